import { type CellRef, cellKey, type Hold } from '~/domain/cell';
import { columnKey, type Plan } from '~/domain/plan';
import { CELL_FROZEN, CELL_LIMIT, CELL_NOTE, CELL_TOTAL_HELD } from '~/domain/sheet';
import type { PlanDocument } from '../document';
import { holdsOf } from '../resolve';
import { type FreezeScope, freezeScopes } from './holdState';
import { nodesAt } from './nodesAt';
import type { Sheet } from './sheet';

/** What records say of single cells of a sheet, by slot: node × fields + field. */
export interface SheetMarks {
  /** Bits of CELL_* of notes, limits and holds at this very cell. */
  bits: Map<number, number>;
  /** Amounts people typed. */
  inputs: Map<number, number>;
  /** By slot of an own field × columns + column. */
  goals: Map<number, number>;
  /** By node: something is said of one of its cells, so that rows without anything ask nothing. */
  any: Uint8Array;
  holds: Hold[];
  freezes: FreezeScope[];
  memberFreezes: FreezeScope[];
  /** Some row below the total has a goal of its own. */
  hasNodeGoals: boolean;
  /** What they were read from: they hold as long as it is the same. */
  revision: number;
  document: PlanDocument;
}

const kept = new WeakMap<Sheet, SheetMarks>();
const places = new WeakMap<Sheet, SlotFinder>();

/** The marks of a sheet at a revision of the plan, read once per revision. */
export function sheetMarks(
  document: PlanDocument,
  sheet: Sheet,
  context: { plan: Plan; revision: number; inputs: ReadonlyMap<string, number> },
): SheetMarks {
  const known = kept.get(sheet);
  if (known && known.revision === context.revision && known.document === document) return known;
  const { plan } = context;
  let slotsOf = places.get(sheet);
  if (!slotsOf) {
    slotsOf = slotFinder(sheet);
    places.set(sheet, slotsOf);
  }
  const holds = holdsOf(document, plan.id, sheet.columns[0].key);
  const indexes = sheet.members?.indexes ?? plan.periods.map((_, p) => p);
  const marks: SheetMarks = {
    bits: new Map(),
    inputs: new Map(),
    goals: new Map(),
    any: new Uint8Array(sheet.view.count),
    holds,
    freezes: freezeScopes(document, plan, { holds, view: sheet.view, indexes }),
    memberFreezes: sheet.members ? freezeScopes(document, plan, { holds, view: sheet.members.view, indexes }) : [],
    hasNodeGoals: false,
    revision: context.revision,
    document,
  };
  const mark = (cell: CellRef, bit: number): void => {
    for (const slot of slotsOf.ofCell(cell)) marks.bits.set(slot, (marks.bits.get(slot) ?? 0) | bit);
  };
  const { records } = document;
  for (const hold of holds) mark(hold.cell, hold.kind === 'freeze' ? CELL_FROZEN : CELL_TOTAL_HELD);
  for (const note of records.note.values()) if (note.plan === plan.id) mark(note.cell, CELL_NOTE);
  for (const limit of records.limit.values()) if (limit.plan === plan.id) mark(limit.cell, CELL_LIMIT);
  for (const goal of records.goal.values()) {
    if (goal.plan !== plan.id) continue;
    const key = columnKey(goal.cell.column);
    const column = sheet.columns.findIndex((one) => one.key === key);
    if (column < 0) continue;
    // Goals of a count are its very numbers: there is nothing beside them to look at.
    if (column === 0 && sheet.readings[0]?.kind !== 'distinct' && Object.keys(goal.cell.at).length > 0)
      marks.hasNodeGoals = true;
    const own = { ...goal.cell, column: sheet.query.column };
    for (const slot of slotsOf.ofCell(own)) marks.goals.set(slot * sheet.columns.length + column, goal.amount);
  }
  for (const [key, amount] of context.inputs) for (const slot of slotsOf.ofKey(key)) marks.inputs.set(slot, amount);
  const width = sheet.fields.length;
  for (const map of [marks.bits, marks.inputs]) for (const slot of map.keys()) marks.any[Math.floor(slot / width)] = 1;
  kept.set(sheet, marks);
  return marks;
}

interface SlotFinder {
  ofCell: (cell: CellRef) => readonly number[];
  /** By the text of an address, as typed cells are kept. */
  ofKey: (key: string) => readonly number[];
}

/** Finds the cells of a sheet that an address names. What was found is kept: rows of a sheet do not move. */
function slotFinder(sheet: Sheet): SlotFinder {
  const { query, members, fields, view } = sheet;
  const known = new Map<string, readonly number[]>();
  const within = withinText(cellKey({ column: query.column, at: {}, periods: [], within: query.filters }));
  const fieldAt = new Map<string, number>();
  fields.forEach((field, f) => {
    if (NEVER_NAMED.has(field.kind)) return;
    const column = columnKey(field.column ?? query.column);
    const key = fieldKey(column, field.periods, members ? field.at?.[members.dimension] : undefined);
    if (!fieldAt.has(key)) fieldAt.set(key, f);
  });

  const find = (column: string, at: CellRef['at'], periods: readonly string[]): readonly number[] => {
    const rest = { ...at };
    let member: number | undefined;
    if (members) {
      member = rest[members.dimension];
      delete rest[members.dimension];
    }
    const field = fieldAt.get(fieldKey(column, periods, member));
    return field === undefined ? [] : nodesAt(view, rest).map((node) => node * fields.length + field);
  };

  const ofKey = (key: string): readonly number[] => {
    const found = known.get(key);
    if (found) return found;
    const [column, at, periods] = key.split('|');
    const slots = withinText(key) === within ? find(column, readAt(at), periods.split(',')) : [];
    known.set(key, slots);
    return slots;
  };
  return { ofKey, ofCell: (cell) => ofKey(cellKey(cell)) };
}

/** Fields whose numbers are made of others: no address means them. */
const NEVER_NAMED: ReadonlySet<string> = new Set([
  'lastYear',
  'growth',
  'goal',
  'unallocated',
  'overAssignment',
  'compare',
  'difference',
  'differenceShare',
  'gap',
  'trend',
]);

const fieldKey = (column: string, periods: readonly string[], member: number | undefined): string =>
  `${column}|${periods.join()}|${member ?? ''}`;

/** The last part of an address: what a filter adds to it. */
const withinText = (key: string): string => key.split('|')[3] ?? '';

function readAt(text: string): CellRef['at'] {
  const at: CellRef['at'] = {};
  if (text === '') return at;
  for (const part of text.split(',')) {
    const colon = part.lastIndexOf(':');
    at[part.slice(0, colon)] = Number(part.slice(colon + 1));
  }
  return at;
}
