import { expect, it } from 'vitest';
import { mutationRun } from './mutationRun';

const MUTATIONS = 10_000;

it(`another ${MUTATIONS} damaged files end in a table or in a reason`, { timeout: 600_000 }, async () => {
  const report = await mutationRun({ from: MUTATIONS + 1, count: MUTATIONS });
  expect(report.broken).toEqual([]);
  expect(report.read).toBeGreaterThan(MUTATIONS / 2);
});
