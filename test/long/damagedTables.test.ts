import { expect, it } from 'vitest';
import { mutationRun } from '../exchange/table/mutationRun';

const MUTATIONS = Number(process.env.MUTATIONS ?? 100_000);

it(`${MUTATIONS} damaged files end in a table that names every row, or in a reason`, {
  timeout: 3_600_000,
}, async () => {
  const report = await mutationRun({ from: 20_001, count: MUTATIONS });
  console.log(JSON.stringify({ ...report, broken: report.broken.length }));
  expect(report.broken).toEqual([]);
});
