import { type Issue, issue } from '~/domain/issue';
import { MAX_TOTAL } from '~/domain/money';
import { fail, ok, type Result } from '~/domain/result';
import type { ColumnData, LeafChange, LineTable, Selection } from '../cube';
import { type BlockSums, spreadTotal, sumBlocks } from '../numeric';
import type { SumLimit } from './bounds';
import { type Basis, chooseWeights } from './chooseWeights';
import type { FreeMask } from './freeMask';
import { changesOf, closeBlocks, keepOld, type LeafBlock, openBlocks, speakFree } from './leafBlocks';
import type { Limits } from './spreadLimits';
import type { SpreadMethod } from './spreadMethod';
import { spreadWithin } from './spreadWithin';

export interface Part {
  selection: Selection;
  total: number;
}

export interface PartContext {
  lines: LineTable;
  column: ColumnData;
  mask: FreeMask;
  method: SpreadMethod;
  limits?: Limits;
  unit: number;
  /** Names of the holds that reach into a selection, for refusals. */
  holdsIn: (selection: Selection) => string;
  isClosed: (selection: Selection) => boolean;
  /** Lasting limits of sums: `spreadLimited` keeps them. */
  sumLimits?: SumLimit[];
}

export interface SpreadPart {
  changes: LeafChange[];
  moved: number;
  held: number;
  equalSpread: boolean;
}

/** Lays one amount on the free leaves of one selection. Nothing is written on refusal. */
export function spreadPart(context: PartContext, part: Part): Result<SpreadPart> {
  const { lines, column, mask } = context;
  return spreadBlocksOf(context, openBlocks(lines, column, { mask, selection: part.selection }), part);
}

/** The same on leaves that were opened already; refusals speak of the part's selection. */
export function spreadBlocksOf(
  context: PartContext,
  blocks: LeafBlock[],
  { selection, total }: Part,
): Result<SpreadPart> {
  const { column, mask, method, limits, unit } = context;
  const sums = sumBlocks(blocks);
  const held = sums.fixed;
  if (!limits && method.kind === 'proportional' && sums.size > 0 && total === sums.sum + sums.fixedSum)
    return ok({ changes: [], moved: 0, held, equalSpread: false });
  if (Math.abs(total) > MAX_TOTAL || sums.size > MAX_TOTAL) return fail(issue('target/tooLarge', { amount: total }));

  const basis = chooseWeights(blocks, sums, { method, column });
  const rest = total - sums.fixedSum;
  const refusal = refuse(context, { selection, total, sums, basis });
  if (refusal) return { ok: false, issues: [refusal] };
  if (sums.free === 0) return ok({ changes: [], moved: 0, held, equalSpread: false });

  keepOld(column, blocks);
  let moved = 0;
  if (limits) {
    const within = spreadWithin(blocks, { basis, rest, limits, unit, column, mask });
    if (!within.ok) return outside(total, within.bound + sums.fixedSum);
    moved = within.moved;
  } else moved = spreadTotal(blocks, { total: rest, sum: basis.sum, unit });
  closeBlocks(column, blocks);
  if (basis.speaks !== 'none') moved += speakFree(column, blocks, basis.speaks);
  return ok({
    changes: changesOf(column, blocks, basis.speaks !== 'none'),
    moved,
    held,
    equalSpread: basis.equalSpread,
  });
}

const outside = (amount: number, bound: number): Result<never> =>
  fail(issue('target/outsideLimits', { amount, bound, missing: Math.abs(amount - bound) }));

function refuse(
  { holdsIn, isClosed }: PartContext,
  { selection, total, sums, basis }: { selection: Selection; total: number; sums: BlockSums; basis: Basis },
): Issue | null {
  const rest = total - sums.fixedSum;
  const amount = Math.abs(rest);
  const holds = (): string => holdsIn(selection);
  if (sums.free === 0 && rest === 0) return null;
  if (isClosed(selection)) return issue('target/periodClosed', { amount });
  if (sums.free === 0) return issue('target/nothingFree', { amount, holds: holds() });
  // What is held is already more than the total: the free leaves would have to turn their sign.
  const lean = basis.speaks === 'none' ? sums.sum : total < 0 ? -1 : 1;
  if (sums.fixedSum !== 0 && lean * rest < 0) return issue('target/heldShortfall', { amount, holds: holds() });
  if (basis.size !== Math.abs(basis.sum)) return issue('target/mixedSigns', { amount });
  if (amount > MAX_TOTAL || basis.size > MAX_TOTAL) return issue('target/tooLarge', { amount });
  return null;
}
