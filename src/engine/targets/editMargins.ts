import { issue } from '~/domain/issue';
import { MAX_TOTAL } from '~/domain/money';
import { fail, type Result } from '~/domain/result';
import { type LeafEdit, packRows, rowList, type Selection } from '../cube';
import { restore, snapshotOf, unionChanges } from './blockSnapshot';
import { finishEdit } from './finishEdit';
import { fitGrid } from './fitGrid';
import { watchLimits } from './limitWatch';
import { conflictingHolds } from './marginConflict';
import { marginGrid, marginHolds, marginMask } from './marginGrid';
import type { MarginsEdit } from './marginsEdit';
import { spreadLimited } from './spreadLimited';
import type { PartContext } from './spreadPart';

/**
 * Fixes the totals of rows and of periods at once: what is held is taken off both margins, what may move is fitted to the
 * rest in proportion (`fitMargins`), and each cell of the grid is laid on its leaves exactly. Cells of weight 0 stay 0
 * unless the margins cannot be met without them; then they take the average weight of their row, and `equalSpread` says
 * so. Refused, with nothing changed: margins that do not sum to the same (`margins/differ`), mixed signs, and margins
 * that holds make impossible (`margins/infeasible`: by how much, and a smallest set of holds that conflict).
 */
export function editMargins(options: MarginsEdit): Result<LeafEdit> {
  const { lines, column, rows, columns } = options;
  const amount = rows.reduce((sum, row) => sum + row.total, 0);
  const bound = columns.reduce((sum, one) => sum + one.total, 0);
  if (![...rows, ...columns].every(({ total }) => Math.abs(total) <= MAX_TOTAL) || Math.abs(amount) > MAX_TOTAL)
    return fail(issue('target/tooLarge', { amount }));
  if (amount !== bound) return fail(issue('margins/differ', { amount, bound }));
  const whole = wholeOf(options);
  const holds = marginHolds(options, whole);
  if (holds.crossed.length > 0)
    return fail(issue('margins/infeasible', { missing: holds.missing, holds: holds.crossed.join(', ') }));
  const mask = marginMask(options, holds.inside);
  const grid = marginGrid(options, mask);
  if (grid.sign === null) return fail(issue('target/mixedSigns', { amount: Math.abs(amount) }));
  const fitted = fitGrid(grid);
  if (!fitted.ok) {
    const { missing } = fitted;
    return fail(issue('margins/infeasible', { missing, holds: conflictingHolds(options, holds.inside).join(', ') }));
  }

  const snapshot = snapshotOf(lines, column, [whole]);
  const watched = watchLimits(column, options.sumLimits);
  const context: PartContext = {
    lines,
    column,
    mask,
    method: { kind: 'proportional' },
    unit: 1,
    holdsIn: () => '',
    isClosed: () => false,
    sumLimits: options.sumLimits,
  };
  for (let r = 0; r < rows.length; r++) {
    for (let c = 0; c < columns.length; c++) {
      const i = r * columns.length + c;
      const moving = fitted.amounts[i] * (grid.sign ?? 1) + 0;
      // An empty cell that gets nothing stays blank.
      if (grid.weight[i] === 0 && moving === 0) continue;
      const selection = { rows: rows[r].rows, periods: columns[c].periods };
      const spread = spreadLimited(context, { selection, total: grid.fixed[i] + moving });
      if (spread.ok) continue;
      restore(column, snapshot);
      return spread;
    }
  }
  const { changes, moved } = unionChanges(column, snapshot);
  const result: LeafEdit = { changes, moved, held: grid.held, equalSpread: fitted.opened };
  return finishEdit(context, { heldTotals: options.heldTotals, edited: [whole], result, watched });
}

/** All leaves of the grid. Rows or periods that overlap are a programmer's error. */
function wholeOf({ lines, rows, columns }: MarginsEdit): Selection {
  const periods = columns.flatMap((column) => column.periods);
  if (new Set(periods).size !== periods.length) throw new RangeError('periods of the margins overlap');
  const marks = new Uint8Array(lines.count);
  let count = 0;
  for (const { rows: own } of rows) {
    for (const position of rowList(own)) {
      if (marks[position] === 1) throw new RangeError('rows of the margins overlap');
      marks[position] = 1;
      count++;
    }
  }
  const list = new Uint32Array(count);
  for (let i = 0, n = 0; n < count; i++) if (marks[i] === 1) list[n++] = i;
  return { rows: packRows(list), periods };
}
