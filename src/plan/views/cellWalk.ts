import type { CellRef } from '~/domain/cell';
import type { CellDelta, ChangeSet } from '~/domain/change';
import { issue } from '~/domain/issue';
import { columnKey } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import { LINES_PER_SEGMENT, type ValueSegment } from '~/domain/segment';
import { HELD, isRange, rowList, SPOKEN } from '~/engine/cube/index';
import type { PlanDocument } from '../document';
import type { Direction } from '../replay';
import { requirePlan, selectionOf } from '../resolve';
import { type LineTest, lineTest } from './lineTest';

/** What the leaves of a cell amount to. */
interface Sum {
  sum: number;
  spoken: number;
}

/** Sum, and a print of values and states that tells whether anything under the cell is different. */
type Reading = Sum & { print: number };

/**
 * A cell on its way backwards through the journal: its value before each entry, told from the deltas alone. The tree is
 * the one of the document it began with. At a change of the lines' shape it ends: it cannot know the leaves before it.
 */
export interface CellWalk extends Sum {
  plan: string;
  column: string;
  /** By period: 1 = the cell has it. */
  periods: Uint8Array;
  /** By line id: 1 = under the cell. */
  inside: Uint8Array;
  holds: LineTest;
  /** What a segment says of the cell, by its id. */
  readings: Map<string, Reading>;
  /** The lines were cut another way before this: the plan was made, or took another shape. */
  ended: 'made' | 'shape' | null;
}

/** Starts at how the cell stands in this document. Periods that are not the plan's are refused. */
export function startCellWalk(document: PlanDocument, cell: CellRef): Result<CellWalk> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { open, plan } = required.value;
  if (!cell.periods.every((id) => plan.periods.some((period) => period.id === id)))
    return fail(issue('period/unknown'));
  const selection = selectionOf(document, plan, cell);
  const key = columnKey(cell.column);
  const column = open.columns.get(key);
  const inside = new Uint8Array(open.lines.nextLine);
  const periods = new Uint8Array(plan.periods.length);
  const walk: CellWalk = {
    plan: plan.id,
    column: key,
    periods,
    inside,
    holds: lineTest(document, open, cell),
    readings: new Map(),
    ended: null,
    sum: 0,
    spoken: 0,
  };
  for (const row of rowList(selection.rows)) inside[open.lines.lineId[row]] = 1;
  for (const period of selection.periods) {
    periods[period] = 1;
    if (!column) continue;
    const { rows } = selection;
    const length = isRange(rows) ? rows.end - rows.first : rows.length;
    for (let i = 0; i < length; i += 1) {
      const row = isRange(rows) ? rows.first + i : rows[i];
      walk.sum += column.value[period][row];
      walk.spoken += column.state[period][row] & SPOKEN;
    }
  }
  return ok(walk);
}

/** What the cell shows where the walk stands: null where blank. */
export const walkValue = ({ sum, spoken }: Sum): number | null => (spoken > 0 ? sum : null);

/** Segments that must be read before this change can be passed. */
export function segmentsToRead(walk: CellWalk, change: ChangeSet): string[] {
  const wanted: string[] = [];
  for (const delta of change.cells) {
    if (delta.kind !== 'segments' || !concerns(walk, delta)) continue;
    for (const { no, from, to } of delta.replaced) {
      if (!hasLines(walk, no)) continue;
      for (const id of [from, to]) if (id !== null && !walk.readings.has(id)) wanted.push(id);
    }
  }
  return wanted;
}

/** Notes what a segment says of the cell. */
export function readSegment(walk: CellWalk, { id, first, value, state }: ValueSegment): void {
  const reading = { sum: 0, spoken: 0, print: 0x811c9dc5 };
  for (let i = 0; i < value.length; i += 1) {
    if (walk.inside[first + i] !== 1 || state[i] === 0) continue;
    reading.sum += value[i];
    reading.spoken += state[i] & SPOKEN;
    reading.print = Math.imul(reading.print ^ (first + i), 0x01000193);
    reading.print = Math.imul(reading.print ^ (value[i] % 0x1_0000_0000), 0x01000193);
    reading.print = Math.imul(reading.print ^ Math.floor(value[i] / 0x1_0000_0000), 0x01000193);
    reading.print = Math.imul(reading.print ^ (state[i] & (SPOKEN | HELD)), 0x01000193);
  }
  walk.readings.set(id, reading);
}

/** Passes a change that was made in this direction; true where a leaf under the cell was another one before it. */
export function stepBack(walk: CellWalk, change: ChangeSet, direction: Direction): boolean {
  let moved = false;
  const cells = direction === 'forward' ? [...change.cells].reverse() : change.cells;
  for (const delta of cells) {
    if (delta.plan !== walk.plan || walk.ended) continue;
    if (delta.kind === 'inline') moved = passInline(walk, delta, direction) || moved;
    else if (delta.kind === 'segments') moved = passSegments(walk, delta, direction) || moved;
    else if (delta.kind === 'lines') passLines(walk, delta, direction);
    else {
      const before = direction === 'forward' ? delta.from : delta.to;
      walk.ended = before === 0 ? 'made' : 'shape';
      moved = true;
    }
  }
  return moved;
}

type Delta<K extends CellDelta['kind']> = Extract<CellDelta, { kind: K }>;

const concerns = (walk: CellWalk, delta: Delta<'inline' | 'segments'>): boolean =>
  delta.plan === walk.plan && delta.column === walk.column && walk.periods[delta.period] === 1;

function passInline(walk: CellWalk, delta: Delta<'inline'>, direction: Direction): boolean {
  if (!concerns(walk, delta)) return false;
  const sign = direction === 'forward' ? 1 : -1;
  let moved = false;
  let at = 0;
  for (let run = 0; run < delta.lines.length; run += 2) {
    for (let k = 0; k < delta.lines[run + 1]; k += 1, at += 1) {
      if (walk.inside[delta.lines[run] + k] !== 1) continue;
      moved = true;
      walk.sum -= sign * (delta.new[at] - delta.old[at]);
      walk.spoken -= sign * ((delta.newState[at] & SPOKEN) - (delta.oldState[at] & SPOKEN));
    }
  }
  return moved;
}

const NOTHING: Reading = { sum: 0, spoken: 0, print: 0x811c9dc5 };

function passSegments(walk: CellWalk, delta: Delta<'segments'>, direction: Direction): boolean {
  if (!concerns(walk, delta)) return false;
  const sign = direction === 'forward' ? 1 : -1;
  let moved = false;
  for (const { no, from, to } of delta.replaced) {
    if (!hasLines(walk, no)) continue;
    const old = readingOf(walk, from);
    const next = readingOf(walk, to);
    moved ||= old.print !== next.print;
    walk.sum -= sign * (next.sum - old.sum);
    walk.spoken -= sign * (next.spoken - old.spoken);
  }
  return moved;
}

function readingOf(walk: CellWalk, id: string | null): Reading {
  const reading = id === null ? NOTHING : walk.readings.get(id);
  if (!reading) throw new RangeError(`segment ${id} was not read`);
  return reading;
}

/** Lines that came are not there before; lines that an undo took away were. Their ids may stand for other lines then. */
function passLines(walk: CellWalk, delta: Delta<'lines'>, direction: Direction): void {
  walk.readings.clear();
  if (direction === 'forward') {
    walk.inside.fill(0, delta.first);
    return;
  }
  const count = delta.codes[0]?.length ?? 0;
  if (walk.inside.length < delta.first + count) {
    const longer = new Uint8Array(delta.first + count);
    longer.set(walk.inside);
    walk.inside = longer;
  }
  for (let i = 0; i < count; i += 1) {
    walk.inside[delta.first + i] = walk.holds(delta.codes.map((codes) => codes[i])) ? 1 : 0;
  }
}

const hasLines = (walk: CellWalk, no: number): boolean => {
  const first = no * LINES_PER_SEGMENT;
  return walk.inside.subarray(first, first + LINES_PER_SEGMENT).includes(1);
};
