import { writeXlsx } from 'hucre/xlsx';
import { readBook } from '~/exchange/workbook/readBook';

const ROWS = 50_000;
const ROUNDS = 5;

/** 50,000 rows of 6 texts, a day, a flag and 12 amounts, from bytes to cells: checks of the archive included. */
export async function runReadBookBench() {
  const rows = Array.from({ length: ROWS }, (_, row) =>
    Array.from({ length: 20 }, (_, column) => {
      if (column < 6) return `文字 ${row % 977} ${column}`;
      if (column === 6) return new Date(Date.UTC(2024, 0, 1 + (row % 365)));
      return column === 7 ? row % 2 === 0 : Math.round(row * 1234.5 + column) / 100;
    }),
  );
  const bytes = await writeXlsx({ sheets: [{ name: '明细', rows }] });
  const times: number[] = [];
  for (let round = -1; round < ROUNDS; round++) {
    const start = performance.now();
    const read = await readBook(bytes);
    if (!read.ok || read.value[0].rows.length !== ROWS) throw new Error('the book was not read');
    if (round >= 0) times.push(performance.now() - start);
  }
  const ms = times.sort((a, b) => a - b)[ROUNDS >> 1];
  return {
    id: 'read-book-50000-rows',
    ms,
    reference: 'one second: the figure is a time, on a quiet machine',
    ratio: ms / 1000,
    must: 4,
    aim: 2,
    higherIsBetter: false,
  };
}
