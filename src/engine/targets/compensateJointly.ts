import { isRange, type LeafChange, overlap, packRows, type Selection, selectionSize, selectionTotals } from '../cube';
import { FIXED } from '../numeric';
import type { HeldTotal } from './bounds';
import { fitGrid } from './fitGrid';
import { type FreeMask, fixLeaves, forkMask } from './freeMask';
import { holdColours } from './holdColours';
import { undoChanges } from './leafAccess';
import { openBlocks } from './leafBlocks';
import { mergeChanges } from './mergeChanges';
import { type PartContext, spreadBlocksOf } from './spreadPart';

/**
 * Lets free leaves under held totals that cross each other take up what an edit changed, all together: the holds are the
 * margins of a grid (one family rows, the other columns, what lies in only one of them free on the other side), fitted
 * from the present numbers, and each cell of the grid is laid on its leaves. Null, with nothing changed, where the holds
 * form no such grid or it cannot be met.
 */
export function compensateJointly(
  context: PartContext,
  { heldTotals, edited }: { heldTotals: HeldTotal[]; edited: Selection[] },
): LeafChange[] | null {
  const { column } = context;
  const isBroken = ({ selection, amount }: HeldTotal): boolean => selectionTotals(column, selection).sum !== amount;
  const colours = holdColours(heldTotals, isBroken);
  if (!colours) return null;
  const mask = forkMask(context.mask);
  for (const selection of edited) fixLeaves(mask, selection);
  const rows = familyOf(context, colours.rows);
  const columns = familyOf(context, colours.columns);
  const atoms = atomsOf(context, mask, { rows, columns });
  if (!atoms) return null;
  const { weight, free, sign } = atoms;
  const fitted = fitGrid({ weight: weight.map(Math.abs), free, rowTotal: atoms.rowTotal, colTotal: atoms.colTotal });
  if (!fitted.ok) return null;
  const changes: LeafChange[] = [];
  for (const [atom, parts] of atoms.leaves) {
    const total = fitted.amounts[atom] * sign + 0;
    if (total === weight[atom]) continue;
    const blocks = parts.flatMap(({ period, list }) =>
      openBlocks(context.lines, column, { mask, selection: { rows: packRows(list), periods: [period] } }),
    );
    const spread = spreadBlocksOf({ ...context, mask, method: { kind: 'proportional' }, limits: undefined }, blocks, {
      selection: { rows: packRows(parts[0].list), periods: [parts[0].period] },
      total,
    });
    if (!spread.ok) {
      undoChanges(column, changes);
      return null;
    }
    changes.push(...spread.value.changes);
  }
  return mergeChanges(column, changes).changes;
}

/** A family of holds: by period and position the number of the smallest one a leaf is in, 0 = none. */
interface Family {
  marks: Map<number, Uint16Array>;
  /** By number: the held sum without the holds inside; entry 0 is NaN, as what no hold names is free. */
  amounts: Float64Array;
}

function familyOf({ lines }: PartContext, holds: HeldTotal[]): Family {
  const ordered = [...holds].sort(
    (a, b) => selectionSize(b.selection) - selectionSize(a.selection) || (a.id < b.id ? -1 : 1),
  );
  const family: Family = { marks: new Map(), amounts: new Float64Array(ordered.length + 1) };
  family.amounts[0] = Number.NaN;
  ordered.forEach((hold, h) => {
    const parent = ordered.findLastIndex(
      (other, o) => o < h && overlap(other.selection, hold.selection) === selectionSize(hold.selection),
    );
    family.amounts[h + 1] += hold.amount;
    if (parent >= 0) family.amounts[parent + 1] -= hold.amount;
    const { rows, periods } = hold.selection;
    for (const period of periods) {
      const marks = family.marks.get(period) ?? new Uint16Array(lines.count);
      family.marks.set(period, marks);
      if (isRange(rows)) marks.fill(h + 1, rows.first, rows.end);
      else for (let j = 0; j < rows.length; j++) marks[rows[j]] = h + 1;
    }
  });
  return family;
}

interface Atoms {
  weight: Float64Array;
  free: Float64Array;
  rowTotal: Float64Array;
  colTotal: Float64Array;
  sign: 1 | -1;
  /** Free leaves by number of the cell of the grid. */
  leaves: Map<number, { period: number; list: Uint32Array }[]>;
}

/** The cells of the grid: leaves that lie in the same hold of each family. Null where they have both signs. */
function atomsOf(
  { lines, column }: PartContext,
  mask: FreeMask,
  { rows, columns }: { rows: Family; columns: Family },
): Atoms | null {
  const cols = columns.amounts.length;
  const size = rows.amounts.length * cols;
  const weight = new Float64Array(size);
  const free = new Float64Array(size);
  const rowTotal = rows.amounts.slice();
  const colTotal = columns.amounts.slice();
  const leaves: Atoms['leaves'] = new Map();
  let above = false;
  let below = false;
  const none = new Uint16Array(lines.count);
  for (const period of [...new Set([...rows.marks.keys(), ...columns.marks.keys()])].sort((a, b) => a - b)) {
    const ofRow = rows.marks.get(period) ?? none;
    const ofColumn = columns.marks.get(period) ?? none;
    const found = new Map<number, number[]>();
    for (let i = 0; i < lines.count; i++) {
      const atom = ofRow[i] * cols + ofColumn[i];
      if (atom === 0) continue;
      const value = column.value[period][i];
      if ((mask.fixed[period][i] & FIXED) !== 0) {
        rowTotal[ofRow[i]] -= value;
        colTotal[ofColumn[i]] -= value;
        continue;
      }
      weight[atom] += value;
      free[atom]++;
      if (value > 0) above = true;
      if (value < 0) below = true;
      const list = found.get(atom);
      if (list) list.push(i);
      else found.set(atom, [i]);
    }
    for (const [atom, list] of found) {
      const parts = leaves.get(atom) ?? [];
      parts.push({ period, list: Uint32Array.from(list) });
      leaves.set(atom, parts);
    }
  }
  if (above && below) return null;
  const sign = below ? -1 : 1;
  return {
    weight,
    free,
    rowTotal: rowTotal.map((t) => t * sign),
    colTotal: colTotal.map((t) => t * sign),
    sign,
    leaves,
  };
}
