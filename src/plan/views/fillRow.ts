import { ratioOf } from '~/domain/ratio';
import {
  CELL_BLANK,
  CELL_CLOSED,
  CELL_DIFFERS,
  CELL_FROZEN,
  CELL_HELD_ALL,
  CELL_HELD_SOME,
  CELL_INPUT,
  CELL_NEW,
  CELL_NONE,
  CELL_PARTIAL,
  CELL_UNKNOWN,
} from '~/domain/sheet';
import { NONE } from '~/engine/cube/index';
import { NO_MEMBER } from './fieldPlan';
import { fillCompanion } from './fillCompanion';
import { frozenPart } from './holdState';
import { type RowNumbers, readMeasure } from './measureReading';
import { readRow, readWhole } from './readRow';
import { memberCells } from './sheetMembers';
import type { SheetScene } from './sheetScene';

/** Where the numbers of a row go: `width` of them from `offset` on. */
export interface RowTarget {
  values: Float64Array;
  flags: Uint16Array;
  offset: number;
}

/** Writes every number of a node, with what stands behind each, into the places of its row. */
export function fillRow(scene: SheetScene, node: number, target: RowTarget): void {
  readRow(scene, node);
  const { showAs, sheet, fields } = scene;
  const { parent } = sheet.view;
  if (showAs === 'shareOfParent') readWhole(scene, parent[node] === NONE ? 0 : parent[node]);
  else if (showAs === 'shareOfTotal') readWhole(scene, 0);
  const isPlain = scene.isPlain && scene.marks.any[node] === 0;
  if (isPlain) fillPlain(scene, target);
  for (let f = 0; f < fields.own.length; f += 1) {
    scene.goalField = fields.ownOver[f];
    if (fields.own[f] === 0) fillCompanion(scene, f, target);
    else if (!isPlain) fillOwn(scene, f, target);
  }
}

/** The usual row: sums of an additive measure as they are, and nothing said of any cell. The loop that scrolling waits for. */
function fillPlain({ fields, sheet, row, leaves, node }: SheetScene, { values, flags, offset }: RowTarget): void {
  const { first, end, own, closed } = fields;
  const { sum, spoken, held } = row.totals[leaves];
  const { view } = sheet;
  const lines = view.cellStart[view.endCell[node]] - view.cellStart[view.firstCell[node]];
  for (let f = 0; f < own.length; f += 1) {
    if (own[f] === 0) continue;
    const from = first[f];
    const to = end[f];
    const kept = held[to] - held[from];
    values[offset + f] = sum[to] - sum[from];
    let flag = closed[f] === 1 ? CELL_CLOSED : 0;
    if (spoken[to] === spoken[from]) flag |= CELL_BLANK;
    if (kept !== 0) flag |= kept === lines * (to - from) ? CELL_HELD_ALL : CELL_HELD_SOME;
    flags[offset + f] = flag;
  }
}

/** A number of the sheet's own column, as it is or as it is to be shown. */
function fillOwn(scene: SheetScene, f: number, { values, flags, offset }: RowTarget): void {
  const { fields, sheet } = scene;
  const reading = sheet.readings[f];
  const member = fields.member[f];
  const row = member === NO_MEMBER ? scene.row : scene.members[member];
  const span = [fields.first[f], fields.end[f]] as const;
  const value = reading && row ? readMeasure(reading, row, span) : Number.NaN;
  let flag = reading?.kind === 'none' ? CELL_NONE : 0;
  flag |= heldFlags(scene, f, row) | markFlags(scene, f, value);
  if (fields.closed[f] === 1) flag |= CELL_CLOSED;
  if (scene.differs && member === NO_MEMBER) flag |= differsFlag(scene, span);
  const shown = scene.showAs === 'value' ? value : shownAs(scene, f, value);
  if (Number.isNaN(shown)) {
    flag |= scene.showAs === 'growth' && !Number.isNaN(value) ? growthFlag(scene, span) : CELL_BLANK;
    values[offset + f] = 0;
  } else values[offset + f] = shown;
  flags[offset + f] = flag;
}

function heldFlags(
  { sheet, fields, marks, node, leaves, memberLines }: SheetScene,
  f: number,
  row: RowNumbers,
): number {
  const { view } = sheet;
  const member = fields.member[f];
  const span = [fields.first[f], fields.end[f]] as const;
  const totals = row?.totals[leaves];
  const held = totals ? totals.held[span[1]] - totals.held[span[0]] : 0;
  const ofRow = { first: view.firstCell[node], end: view.endCell[node] };
  const lines = member === NO_MEMBER ? view.cellStart[ofRow.end] - view.cellStart[ofRow.first] : memberLines[member];
  let flag = held === 0 ? 0 : held === lines * (span[1] - span[0]) ? CELL_HELD_ALL : CELL_HELD_SOME;
  if (marks.freezes.length === 0) return flag;
  const part =
    member === NO_MEMBER
      ? frozenPart(marks.freezes, { ...ofRow, lines }, span)
      : frozenMember({ sheet, marks, node }, { member, lines, span });
  if (part === 'all') flag |= CELL_HELD_ALL;
  else if (part === 'some') flag |= CELL_HELD_SOME;
  return flag;
}

/** Cells of one member lie apart under a row: a freeze holds all of it when it holds every one of them. */
function frozenMember(
  { sheet: { members }, marks, node }: Pick<SheetScene, 'sheet' | 'marks' | 'node'>,
  { member, lines, span }: { member: number; lines: number; span: readonly [number, number] },
): 'none' | 'some' | 'all' {
  if (!members) return 'none';
  const { first, end } = memberCells(members, node);
  let frozen = 0;
  let some = false;
  for (let cell = first; cell < end; cell += 1) {
    if (members.placeOf[cell] !== member) continue;
    const own = members.view.cellStart[cell + 1] - members.view.cellStart[cell];
    const part = frozenPart(marks.memberFreezes, { first: cell, end: cell + 1, lines: own }, span);
    if (part === 'all') frozen += own;
    some ||= part !== 'none';
  }
  return lines > 0 && frozen === lines ? 'all' : some ? 'some' : 'none';
}

function markFlags({ sheet, marks, node }: SheetScene, f: number, value: number): number {
  if (marks.any[node] === 0) return 0;
  const slot = node * sheet.fields.length + f;
  const bits = marks.bits.get(slot) ?? 0;
  const frozen = (bits & CELL_FROZEN) !== 0 ? CELL_HELD_ALL : 0;
  return bits | frozen | (marks.inputs.get(slot) === value ? CELL_INPUT : 0);
}

function differsFlag({ differs, fields, node, sheet }: SheetScene, [first, end]: readonly [number, number]): number {
  if (!differs) return 0;
  const row = node * (sheet.columns[0].accumulator.sum.length + 1);
  if (!sheet.members) return differs[row + end] !== differs[row + first] ? CELL_DIFFERS : 0;
  for (let p = first; p < end; p += 1) {
    const index = fields.indexes[p];
    if (differs[row + index + 1] !== differs[row + index]) return CELL_DIFFERS;
  }
  return 0;
}

function shownAs(scene: SheetScene, f: number, value: number): number {
  const { fields, sheet, whole, showAs, facts, daysBefore } = scene;
  const first = fields.first[f];
  const end = fields.end[f];
  if (showAs === 'shareOfParent' || showAs === 'shareOfTotal') {
    const member = fields.member[f];
    const reading = sheet.readings[f];
    const row = member === NO_MEMBER ? whole.row : whole.members[member];
    return reading && row ? orNaN(ratioOf(value, readMeasure(reading, row, [first, end]))) : Number.NaN;
  }
  if (showAs === 'perWorkingDay' && daysBefore) {
    const days = daysBefore[end] - daysBefore[first];
    return days > 0 ? value / days : Number.NaN;
  }
  const isKnown = facts.whole[end] - facts.whole[first] === end - first && fields.member[f] === NO_MEMBER;
  const before = facts.value[end] - facts.value[first];
  return isKnown && before > 0 ? (value - before) / before : Number.NaN;
}

/** Why there is no growth: nothing known, only a part known, or nothing to grow from. */
function growthFlag({ facts, context }: SheetScene, [first, end]: readonly [number, number]): number {
  if (!context.facts || facts.known[end] === facts.known[first]) return CELL_UNKNOWN;
  if (facts.whole[end] - facts.whole[first] < end - first) return CELL_BLANK | CELL_PARTIAL;
  return facts.value[end] === facts.value[first] ? CELL_NEW : CELL_BLANK;
}

const orNaN = (ratio: number | null): number => ratio ?? Number.NaN;
