import { type ColumnData, isRange, type LineTable, type Selection } from '../cube';
import { FIXED, shareQuotient, shareRemainder, sumBlocks } from '../numeric';
import { applyBounds } from './applyBounds';
import type { Bounds } from './bounds';
import { chooseWeights, wholeColumn } from './chooseWeights';
import { type LeafBlock, openBlocks } from './leafBlocks';
import type { SpreadMethod } from './spreadMethod';

export interface ShareQuestion extends Bounds {
  lines: LineTable;
  /** As it was before the spread; nothing is written to it. */
  column: ColumnData;
  /** The cell that was spread, and the sum it got, in minor units. */
  edit: Selection;
  total: number;
  method: SpreadMethod;
  /** Minor units per rounding step. */
  unit: number;
  /** The part that is asked about. */
  asked: Selection;
  /** What a leaf had after the spread, by period and line id. */
  after: (period: number, line: number) => number;
}

export interface ExactShare {
  /** What the part would have got without rounding, in minor units: decimal text, rounded to four places. */
  exact: string;
  /** What rounding added in minor units; below zero where it took. */
  added: number;
  /** Minor units per rounding step. */
  unit: number;
  /** For a single leaf: its place among all remainders, the largest is 1. 0 for more than one leaf. */
  place: number;
}

/**
 * Where the rounding of a spread went: what a leaf or a part of the cell would have got exactly, and what rounding added.
 * Null where the part was held, where nothing was spread, or where the values after it are no largest remainder spread of
 * this total: limits or held totals have then moved them further.
 */
export function exactShare(question: ShareQuestion): ExactShare | null {
  const { lines, column, edit, asked, unit, method } = question;
  const { mask } = applyBounds({ lines, column }, question, [edit]);
  const blocks = openBlocks(lines, column, { mask, selection: edit });
  const sums = sumBlocks(blocks);
  const by: SpreadMethod = method.kind === 'weights' ? { ...method, weight: wholeColumn(method.weight) } : method;
  const basis = chooseWeights(blocks, sums, { method: by, column });
  const rest = question.total - sums.fixedSum;
  if (sums.free === 0 || basis.size !== Math.abs(basis.sum) || basis.sum === 0) return null;
  const spread = { steps: Math.trunc(Math.abs(rest) / unit), sum: Math.abs(basis.sum), sign: rest < 0 ? -1 : 1, unit };
  const isAsked = askedLeaves(lines, asked);
  const part: Part = { leaves: 0, weight: 0n, before: 0, after: 0, leaf: null };
  if (!readLeaves(blocks, question, { ...spread, rest, isAsked, part })) return null;
  if (part.leaf === null) return null;
  const place = part.leaves === 1 ? placeOf(blocks, spread, part.leaf) : 0;
  const exact = { n: BigInt(rest) * part.weight, d: BigInt(spread.sum) };
  return {
    exact: decimalText({ n: exact.n + BigInt(part.before) * exact.d, d: exact.d }),
    added: part.after - part.before - Number(exact.n / exact.d / BigInt(unit)) * unit,
    unit,
    place,
  };
}

interface Spread {
  /** Whole steps that are spread, and the sum of the weights, both by size. */
  steps: number;
  sum: number;
  sign: number;
  unit: number;
}

interface Part {
  leaves: number;
  /** Of its free leaves. */
  weight: bigint;
  /** Sum of its fixed leaves, and of all its leaves after the spread. */
  before: number;
  after: number;
  /** One of its free leaves; null where all are fixed. */
  leaf: { block: LeafBlock; at: number } | null;
}

/** Sums up the part that is asked about; false where some value after is not what this spread gives. */
function readLeaves(
  blocks: LeafBlock[],
  { after }: ShareQuestion,
  told: Spread & { rest: number; isAsked: (period: number, line: number) => boolean; part: Part },
): boolean {
  const { steps, sum, sign, unit, rest, part } = told;
  let left = rest;
  let odd = 0;
  for (const block of blocks) {
    for (let i = block.first; i < block.end; i++) {
      const line = block.id[i];
      const value = after(block.period, line);
      const isAsked = told.isAsked(block.period, line);
      if (isAsked) {
        part.leaves += 1;
        part.after += value;
      }
      if ((block.fixed[i] & FIXED) !== 0) {
        if (isAsked) part.before += value;
        continue;
      }
      left -= value;
      const weight = Math.abs(block.weight[i]);
      const beyond = Math.abs(value - sign * shareQuotient(weight, steps, sum) * unit);
      // One leaf takes what the total has beyond whole steps.
      if (beyond !== 0 && beyond !== unit) odd += 1;
      if (!isAsked) continue;
      part.weight += BigInt(weight);
      part.leaf = { block, at: i };
    }
  }
  return left === 0 && odd <= (rest % unit === 0 ? 0 : 1);
}

/** How many remainders are larger, ties by line id, then period; and one. */
function placeOf(blocks: LeafBlock[], { steps, sum }: Spread, leaf: { block: LeafBlock; at: number }): number {
  const remainderAt = (block: LeafBlock, i: number): number => {
    const weight = Math.abs(block.weight[i]);
    return shareRemainder(weight, steps, shareQuotient(weight, steps, sum), sum);
  };
  const own = remainderAt(leaf.block, leaf.at);
  const line = leaf.block.id[leaf.at];
  let place = 1;
  for (const block of blocks) {
    for (let i = block.first; i < block.end; i++) {
      if ((block.fixed[i] & FIXED) !== 0) continue;
      const other = remainderAt(block, i);
      if (other > own) place += 1;
      else if (other === own) {
        const id = block.id[i];
        if (id < line || (id === line && block.period < leaf.block.period)) place += 1;
      }
    }
  }
  return place;
}

function askedLeaves(lines: LineTable, { rows, periods }: Selection): (period: number, line: number) => boolean {
  const inside = new Uint8Array(lines.nextLine);
  if (isRange(rows)) for (let i = rows.first; i < rows.end; i++) inside[lines.lineId[i]] = 1;
  else for (let j = 0; j < rows.length; j++) inside[lines.lineId[rows[j]]] = 1;
  const within = new Set(periods);
  return (period, line) => inside[line] === 1 && within.has(period);
}

/** A quotient to four places, half away from zero, without trailing zeros. */
function decimalText({ n, d }: { n: bigint; d: bigint }): string {
  const size = n < 0n ? -n : n;
  const scaled = (size * 20_000n + d) / (2n * d);
  const digits = String(scaled).padStart(5, '0');
  const whole = digits.slice(0, -4);
  const decimals = digits.slice(-4).replace(/0+$/, '');
  return `${n < 0n && scaled !== 0n ? '-' : ''}${whole}${decimals === '' ? '' : `.${decimals}`}`;
}
