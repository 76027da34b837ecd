import { writeXlsx } from 'hucre/xlsx';
import { planBook } from '~/exchange/workbook/planBook';
import { writePlanWorkbook } from '~/exchange/workbook/writePlanWorkbook';
import { samplePlanSheet } from '../exchange/workbook/samplePlanSheet';

const ROUNDS = 9;

/** One total, 5 regions, 120 teams and 4,320 leaves: 4,446 rows of 12 months, 4 quarters, year, last year and growth. */
export async function runWorkbookBench() {
  const model = samplePlanSheet({ fans: [5, 24, 36], seed: 2027 });
  const numbers = planBook(model).sheets[0].rows.map(({ cells }) =>
    cells.map(({ value }, i) => (typeof value === 'number' ? value : 1000.25 + i)),
  );
  const ours: number[] = [];
  const plain: number[] = [];
  for (let round = -3; round < ROUNDS; round++) {
    const start = performance.now();
    await writePlanWorkbook(model);
    const between = performance.now();
    await writeXlsx({ sheets: [{ name: 'plain', rows: numbers }] });
    if (round < 0) continue;
    ours.push(between - start);
    plain.push(performance.now() - between);
  }
  const ms = median(ours);
  return {
    id: 'workbook-4446-rows',
    ms,
    reference: 'writing the same cells as plain numbers with the same library',
    ratio: ms / median(plain),
    must: 4,
    aim: 2,
    higherIsBetter: false,
  };
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1];
