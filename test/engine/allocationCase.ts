import {
  accumulate,
  buildView,
  type ColumnData,
  columnByLine,
  copyColumn,
  createColumn,
  createLineTable,
  HELD,
  type LineTable,
  mergeTail,
  nodeRows,
  type Rows,
  rollup,
  rowList,
  type Selection,
  SPOKEN,
  selectionTotals,
  updateAccumulator,
  type View,
  type ViewLevel,
} from '~/engine/cube';
import type { Random } from '~/engine/numeric';
import { editTotal, revertEdit, type SpreadMethod, type SumLimit, type TotalEdit } from '~/engine/targets';
import { largestRemainder } from './largestRemainder';

/** How many cases ended how, so that a test can tell that it tried everything. */
export interface CaseTally {
  done: number;
  refused: number;
  reference: number;
  permuted: number;
  bound: number;
  negative: number;
  large: number;
}

export const emptyTally = (): CaseTally => ({
  done: 0,
  refused: 0,
  reference: 0,
  permuted: 0,
  bound: 0,
  negative: 0,
  large: 0,
});

interface Case {
  lines: LineTable;
  view: View;
  column: ColumnData;
  edit: TotalEdit;
}

export const EDITS_PER_TREE = 5;

/** Random edits, each of other numbers, in one random tree; throws where a law of allocation does not hold. */
export function checkAllocationTree(random: Random, tally: CaseTally): void {
  const tree = makeTree(random);
  for (let edit = 0; edit < EDITS_PER_TREE; edit++) checkCase(makeCase(random, tree), random, tally);
}

function checkCase(made: Case, random: Random, tally: CaseTally): void {
  const { view, column, edit } = made;
  const before = copyColumn(column);
  const accumulator = accumulate(view, column);
  const shuffled = random() < 0.1 ? shuffledCase(made, random) : null;
  const result = editTotal(edit);
  if (!result.ok) {
    must(isSame(column, before), 'a refused edit changed something');
    tally.refused++;
    return;
  }
  tally.done++;
  if (edit.total < 0) tally.negative++;
  if (Math.abs(edit.total) > 2 ** 45) tally.large++;
  must(selectionTotals(column, edit.edit).sum === edit.total, 'the total is not exact');
  checkBounds(made, before, tally);
  updateAccumulator(accumulator, column, result.value);
  checkSums(view, column, rollup(accumulator));
  if (isPlain(edit)) {
    checkReference(made, before);
    tally.reference++;
  }
  if (shuffled) {
    must(editTotal(shuffled.edit).ok, 'another physical order is refused');
    must(sameByLine(made, shuffled), 'another physical order gives other values');
    tally.permuted++;
  }
  revertEdit(column, result.value);
  must(isSame(column, before), 'undo does not give the state before');
}

function must(holds: boolean, law: string): void {
  if (!holds) throw new Error(law);
}

function makeTree(random: Random): Pick<Case, 'lines' | 'view'> {
  const count = 1 + Math.floor(random() * 28);
  const levels = treeLevels(random, { count, depth: 1 + Math.floor(random() * 7) });
  const created = createLineTable({ dimensions: ['leaf'], codes: [identity(count)], order: levels });
  if (!created.ok) throw new Error('unreachable');
  const { lines } = created.value;
  return { lines, view: buildView(lines, levels) };
}

function makeCase(random: Random, { lines, view }: Pick<Case, 'lines' | 'view'>): Case {
  const below = (n: number): number => Math.floor(random() * n);
  const { count } = lines;
  const periods = 1 + below(3);
  const column = createColumn(lines.lineId.length, periods);
  const size = 2 ** (random() < 0.1 ? 45 : random() < 0.3 ? 12 : 4) / count / periods;
  const sign = random() < 0.1 ? -1 : 1;
  const mixed = random() < 0.05;
  const blanks = random() < 0.3 ? 0.6 : 0.1;
  const tied = random() < 0.2;
  for (let p = 0; p < periods; p++) {
    for (let i = 0; i < count; i++) {
      if (random() < 0.05) column.state[p][i] |= HELD;
      if (random() < blanks) continue;
      column.state[p][i] |= SPOKEN;
      if (random() < 0.15) continue;
      const value = tied ? 1 + below(3) : Math.floor(random() * size * 8);
      column.value[p][i] = value * (mixed && random() < 0.5 ? -1 : sign) + 0;
    }
  }
  const any = (): Selection => ({
    rows: nodeRows(view, below(view.count)),
    periods: Array.from({ length: periods }, (_, p) => p).filter((p) => p === 0 || random() < 0.8),
  });
  const edit = any();
  const now = selectionTotals(column, edit).sum;
  const shift = random() < 0.1 ? 2 ** 51 * random() : Math.max(10, Math.abs(now)) * (random() * 3 - 0.3);
  const total = Math.max(
    -(2 ** 51),
    Math.min(2 ** 51, Math.round(random() < 0.3 ? shift : now * (0.7 + 0.6 * random()))),
  );
  return {
    lines,
    view,
    column,
    edit: {
      lines,
      column,
      edit,
      total: total * (random() < 0.05 ? -1 : 1) + 0,
      unit: random() < 0.15 ? 100 : 1,
      method: someMethod(random, column),
      frozen: random() < 0.1 ? [any()] : [],
      heldTotals: Array.from({ length: random() < 0.2 ? 1 + below(2) : 0 }, (_, h) => {
        const selection = any();
        return { id: `h${h}`, selection, amount: selectionTotals(column, selection).sum };
      }),
      sumLimits: Array.from({ length: random() < 0.25 ? 1 + below(3) : 0 }, (_, l) => {
        const selection = any();
        const { sum } = selectionTotals(column, selection);
        const slack = Math.abs(sum) * 0.1;
        const limit = { id: `l${l}`, selection, min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };
        return random() < 0.5 ? { ...limit, max: Math.floor(sum + slack) } : { ...limit, min: Math.ceil(sum - slack) };
      }),
    },
  };
}

const identity = (n: number): Uint32Array => Uint32Array.from({ length: n }, (_, i) => i);

/** From the top: each level groups what the one below it shows. */
function treeLevels(random: Random, { count, depth }: { count: number; depth: number }): ViewLevel[] {
  const levels: ViewLevel[] = [{ dimension: 'leaf', column: 0, ancestorOf: identity(count) }];
  for (let d = 1; d < depth; d++) {
    const below = levels[0].ancestorOf;
    const group = new Map<number, number>();
    let last = 0;
    for (const code of below) {
      if (group.has(code)) continue;
      if (random() < 0.4) last = code;
      group.set(code, last);
    }
    levels.unshift({ dimension: 'leaf', column: 0, ancestorOf: below.map((code) => group.get(code) ?? 0) });
  }
  return levels;
}

function someMethod(random: Random, column: ColumnData): SpreadMethod {
  const kind = random();
  if (kind < 0.6) return { kind: 'proportional' };
  if (kind < 0.7) return { kind: 'proportional', blanks: 'fill' };
  if (kind < 0.8) return { kind: 'equal' };
  const whole = random() < 0.5;
  return {
    kind: 'weights',
    weight: column.value.map((value) =>
      value.map(() => (random() < 0.2 ? 0 : whole ? Math.floor(random() * 9) : random())),
    ),
  };
}

function checkBounds({ column, edit }: Case, before: ColumnData, tally: CaseTally): void {
  const { frozen = [], heldTotals = [], sumLimits = [] } = edit;
  for (const { selection, amount } of heldTotals)
    must(selectionTotals(column, selection).sum === amount, 'a held total is not kept');
  const fixed = before.state.map((state) => state.map((bits) => bits & HELD));
  for (const { rows, periods } of frozen) for (const p of periods) for (const i of rowList(rows)) fixed[p][i] = HELD;
  fixed.forEach((marks, p) => {
    marks.forEach((mark, i) => {
      const isKept = column.value[p][i] === before.value[p][i] && column.state[p][i] === before.state[p][i];
      must(mark === 0 || isKept, 'a held leaf moved');
      must((column.state[p][i] & SPOKEN) !== 0 || Object.is(column.value[p][i], 0), 'a blank has a value');
      must(!Object.is(column.value[p][i], -0), 'a negative zero');
    });
  });
  for (const limit of sumLimits) {
    const { sum } = selectionTotals(column, limit.selection);
    const { sum: old } = selectionTotals(before, limit.selection);
    must(outside(limit, sum) <= outside(limit, old), 'a limit is broken');
    if (sum === limit.min || sum === limit.max) tally.bound++;
  }
}

const outside = ({ min, max }: SumLimit, sum: number): number => Math.max(0, sum - max, min - sum);

/** Every parent is the sum of its children, and what deltas kept is what a sum from scratch gives. */
function checkSums(view: View, column: ColumnData, kept: ReturnType<typeof rollup>): void {
  const fresh = rollup(accumulate(view, column));
  for (let i = 0; i < fresh.sum.length; i++)
    must(Object.is(fresh.sum[i], kept.sum[i]) && fresh.spoken[i] === kept.spoken[i], 'sums by deltas differ');
  for (let node = 0; node < view.firstLeaf; node++) {
    for (let p = 0; p < fresh.periods; p++) {
      let sum = 0;
      for (let child = 0; child < view.childCount[node]; child++)
        sum += fresh.sum[(view.firstChild[node] + child) * fresh.periods + p];
      must(sum === fresh.sum[node * fresh.periods + p], 'a parent is not the sum of its children');
    }
  }
}

const isPlain = ({ method, unit, heldTotals, sumLimits, frozen }: TotalEdit): boolean =>
  method?.kind === 'proportional' &&
  method.blanks !== 'fill' &&
  unit === 1 &&
  heldTotals?.length === 0 &&
  sumLimits?.length === 0 &&
  frozen?.length === 0;

/** The same as largest remainder in whole numbers of any size. */
function checkReference({ lines, column, edit }: Case, before: ColumnData): void {
  const leaves = edit.edit.periods.flatMap((p) => Array.from(rowList(edit.edit.rows), (i) => ({ p, i })));
  const free = leaves.filter(({ p, i }) => (before.state[p][i] & HELD) === 0);
  if (free.length === 0) return;
  const held = leaves
    .filter(({ p, i }) => (before.state[p][i] & HELD) !== 0)
    .reduce((sum, { p, i }) => sum + before.value[p][i], 0);
  const weights = free.map(({ p, i }) => before.value[p][i]);
  // Signs of both kinds are spread only where nothing is to be moved.
  if (weights.some((w) => w < 0) && weights.some((w) => w > 0)) return;
  const isEmpty = weights.every((w) => w === 0);
  const expected = largestRemainder(
    (edit.total - held) * (weights.some((w) => w < 0) ? -1 : 1),
    isEmpty ? weights.map(() => 1) : weights,
    free.map(({ p, i }) => lines.lineId[i] * 4 + p),
  );
  const turn = weights.some((w) => w < 0) ? -1 : 1;
  free.forEach(({ p, i }, k) => {
    must(column.value[p][i] === expected[k] * turn + 0, 'not the largest remainder');
  });
}

/** The same plan and edit with its lines in another physical order. */
function shuffledCase({ lines, column, edit }: Case, random: Random): Case {
  const other: LineTable = {
    ...lines,
    codes: lines.codes.map((codes) => codes.slice()),
    lineId: lines.lineId.slice(),
    positionOf: lines.positionOf.slice(),
    index: null,
  };
  const values = copyColumn(column);
  const weight = edit.method?.kind === 'weights' ? edit.method.weight.map((own) => own.slice()) : null;
  const weighed: ColumnData | null = weight && {
    value: weight,
    state: weight.map((own) => new Uint8Array(own.length)),
  };
  const rankOf = Uint32Array.from({ length: lines.count }, () => Math.floor(random() * 1e6));
  const order = [{ dimension: 'leaf', column: 0, ancestorOf: identity(lines.count), rankOf }];
  mergeTail(other, weighed ? [values, weighed] : [values], order);
  const moved = (rows: Rows): Rows =>
    Uint32Array.from(rowList(rows), (position) => other.positionOf[lines.lineId[position]]).sort();
  const there = <S extends Selection>(selection: S): S => ({ ...selection, rows: moved(selection.rows) });
  const view = buildView(other, order);
  return {
    lines: other,
    view,
    column: values,
    edit: {
      ...edit,
      lines: other,
      column: values,
      edit: there(edit.edit),
      method: weight ? { kind: 'weights', weight } : edit.method,
      frozen: edit.frozen?.map(there),
      heldTotals: edit.heldTotals?.map((hold) => ({ ...hold, selection: there(hold.selection) })),
      sumLimits: edit.sumLimits?.map((limit) => ({ ...limit, selection: there(limit.selection) })),
    },
  };
}

const sameByLine = (a: Case, b: Case): boolean =>
  a.column.value.every((_, p) => {
    const [one, other] = [columnByLine(a.lines, a.column, p), columnByLine(b.lines, b.column, p)];
    return one.value.every((value, line) => value === other.value[line] && one.state[line] === other.state[line]);
  });

/** Bit for bit, −0 apart from 0. */
const isSame = (a: ColumnData, b: ColumnData): boolean =>
  a.value.every((value, p) => value.every((v, i) => Object.is(v, b.value[p][i]) && a.state[p][i] === b.state[p][i]));
