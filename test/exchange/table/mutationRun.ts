import { createRandom } from '~/engine/numeric';
import { cleanCsv } from '~/exchange/table/cleanCsv';
import { CELL_DOUBTS, type DetectedTable } from '~/exchange/table/detectedTable';
import { detectTable } from '~/exchange/table/detectTable';
import { createExactSum } from '~/exchange/table/exactSum';
import { messyFiles } from '../../support/messyFiles/messyFiles';
import { mutate } from '../../support/messyFiles/mutate';
import { rowsOf } from '../csv/rowsOf';

export interface MutationReport {
  read: number;
  refused: number;
  slowest: number;
  /** What broke a law, with what is needed to see it again. */
  broken: string[];
}

const UNREAD = CELL_DOUBTS.indexOf('unread');

/** Damages made-up files in every way that comes to mind and tries the laws of reading on each. */
export async function mutationRun({ from, count }: { from: number; count: number }): Promise<MutationReport> {
  const files = messyFiles(5, 14);
  const report: MutationReport = { read: 0, refused: 0, slowest: 0, broken: [] };
  const prototype = Object.getOwnPropertyNames(Object.prototype).join();
  for (let seed = from; seed < from + count; seed++) {
    const file = files[seed % files.length];
    const bytes = mutate(file.bytes, createRandom(seed));
    const start = performance.now();
    try {
      const table = await detectTable(bytes, { name: file.name, partial: seed % 10 === 0 });
      if (table.ok) {
        report.read++;
        const law = brokenLaw(table.value);
        if (law) report.broken.push(`${seed} ${file.name}: ${law}`);
      } else {
        report.refused++;
        if (table.issues.length === 0) report.broken.push(`${seed} ${file.name}: refused without a reason`);
      }
    } catch (error) {
      report.broken.push(`${seed} ${file.name}: ${String(error)}`);
    }
    const ms = performance.now() - start;
    report.slowest = Math.max(report.slowest, ms);
    if (ms > 5000) report.broken.push(`${seed} ${file.name}: ${ms} ms`);
    if (Object.getOwnPropertyNames(Object.prototype).join() !== prototype)
      report.broken.push(`${seed}: Object.prototype`);
  }
  return report;
}

/** The first law a table breaks; null for none. */
export function brokenLaw(table: DetectedTable): string | null {
  const { columns, rowNumbers, dropped, reported, headerRow, headerRows, rows, rowsIn } = table;
  const kept = [...new Set(rowNumbers)];
  if (kept.length !== rows || rowsIn !== rows + dropped.length + reported.length)
    return 'rows in are not kept + dropped + reported';
  const header = Array.from({ length: headerRows }, (_, i) => headerRow - i);
  const all = [...kept, ...header, ...[...dropped, ...reported].map(({ row }) => row)].sort((a, b) => a - b);
  if (all.some((row, i) => row !== i + 1))
    return `row ${all.findIndex((row, i) => row !== i + 1) + 1} is lost or there twice`;
  if (new Set(table.headers).size !== columns.length) return 'headers are not distinct';
  for (const { header: name, values, doubts, sum, written, doubtful } of columns) {
    if (values.length !== rowNumbers.length || doubts.length !== values.length) return `${name} has another length`;
    if (doubts.reduce((total, doubt) => total + (doubt > 0 ? 1 : 0), 0) !== doubtful)
      return `${name} miscounts its doubts`;
    if (doubts.some((doubt, i) => doubt > 0 && !written.has(i))) return `${name} has a doubt without its text`;
    if (values.some((value) => value === '')) return `${name} takes a blank for a text`;
    if (sum === null) continue;
    const again = createExactSum();
    for (const [i, value] of values.entries()) {
      if (value === null || doubts[i] === UNREAD) continue;
      if (!/^-?\d+(\.\d+)?$/.test(value)) return `${name} holds ${value}`;
      again.add(value);
    }
    if (again.text() !== sum) return `${name} adds up to ${again.text()}, not ${sum}`;
  }
  const clean = rowsOf(cleanCsv(table).bytes);
  if (clean.length !== rowNumbers.length + 1) return `the clean file has ${clean.length - 1} rows`;
  return clean.some((row) => row.fault !== 'none' || row.cells.length !== columns.length)
    ? 'the clean file is ragged'
    : null;
}
