import { type RunningTotals, readNode } from '~/engine/cube/index';
import type { RowNumbers } from './measureReading';
import { memberCells, type SheetMembers } from './sheetMembers';
import type { SheetScene } from './sheetScene';

/** Reads the running totals of a node: of every column, and of every member across. */
export function readRow(scene: SheetScene, node: number): void {
  readTotals(scene, node, scene.row);
  const { members } = scene.sheet;
  if (members) {
    readMembers(scene, node, scene.members);
    countLines(scene, members, memberCells(members, node));
  }
  readFacts(scene, node);
  scene.node = node;
}

/** The same of what the row's numbers are shares of, once per run of siblings. */
export function readWhole(scene: SheetScene, node: number): void {
  if (scene.whole.node === node) return;
  scene.whole.node = node;
  readTotals(scene, node, scene.whole.row);
  if (scene.sheet.members) readMembers(scene, node, scene.whole.members);
}

function readTotals({ sheet, fields }: SheetScene, node: number, out: RowNumbers): void {
  for (let column = 0; column < sheet.columns.length; column += 1) {
    const { sums } = sheet.columns[column];
    if (!sheet.members) readNode(sums, node, out.totals[column]);
    else {
      const all = scratchOf(sums.periods);
      readNode(sums, node, all);
      pickPeriods(all, fields.indexes, out.totals[column]);
    }
  }
}

/** All periods of a node, before those that stand across are picked. */
let scratch: RunningTotals = { sum: new Float64Array(1), spoken: new Uint32Array(1), held: new Uint32Array(1) };

function scratchOf(periods: number): RunningTotals {
  if (scratch.sum.length !== periods + 1) {
    scratch = {
      sum: new Float64Array(periods + 1),
      spoken: new Uint32Array(periods + 1),
      held: new Uint32Array(periods + 1),
    };
  }
  return scratch;
}

function pickPeriods(all: RunningTotals, indexes: Uint32Array, out: RunningTotals): void {
  for (let p = 0; p < indexes.length; p += 1) {
    const index = indexes[p];
    out.sum[p + 1] = out.sum[p] + all.sum[index + 1] - all.sum[index];
    out.spoken[p + 1] = out.spoken[p] + all.spoken[index + 1] - all.spoken[index];
    out.held[p + 1] = out.held[p] + all.held[index + 1] - all.held[index];
  }
}

function readMembers(scene: SheetScene, node: number, out: readonly RowNumbers[]): void {
  const { members } = scene.sheet;
  if (!members) return;
  const cells = memberCells(members, node);
  members.columns.forEach((shown, column) => {
    if (!shown) return;
    for (const { totals } of out) for (const array of Object.values(totals[column])) array.fill(0);
    const { sum, spoken, held } = shown.accumulator;
    for (let p = 0; p < scene.fields.indexes.length; p += 1) {
      const index = scene.fields.indexes[p];
      for (let cell = cells.first; cell < cells.end; cell += 1) {
        const place = members.placeOf[cell];
        if (place >= out.length) continue;
        const totals = out[place].totals[column];
        totals.sum[p + 1] += sum[index][cell];
        totals.spoken[p + 1] += spoken[index][cell];
        totals.held[p + 1] += held[index][cell];
      }
    }
    for (const { totals } of out) runOn(totals[column]);
  });
}

function runOn({ sum, spoken, held }: RunningTotals): void {
  for (let p = 1; p < sum.length; p += 1) {
    sum[p] += sum[p - 1];
    spoken[p] += spoken[p - 1];
    held[p] += held[p - 1];
  }
}

function countLines(
  { memberLines }: SheetScene,
  { view, placeOf }: SheetMembers,
  { first, end }: { first: number; end: number },
): void {
  memberLines.fill(0);
  for (let cell = first; cell < end; cell += 1) {
    if (placeOf[cell] < memberLines.length)
      memberLines[placeOf[cell]] += view.cellStart[cell + 1] - view.cellStart[cell];
  }
}

function readFacts({ context, fields, facts }: SheetScene, node: number): void {
  if (!context.facts) return;
  const { nodes, lastYear } = context.facts;
  const row = node * nodes.months;
  for (let p = 0; p < fields.indexes.length; p += 1) {
    const { first, end, known, isWhole } = lastYear[fields.indexes[p]];
    let value = 0;
    if (known) for (let bucket = first; bucket < end; bucket += 1) value += nodes.amount[row + bucket];
    facts.value[p + 1] = facts.value[p] + value;
    facts.known[p + 1] = facts.known[p] + (known ? 1 : 0);
    facts.whole[p + 1] = facts.whole[p] + (known && isWhole ? 1 : 0);
  }
}
