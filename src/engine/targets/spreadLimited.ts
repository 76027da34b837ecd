import { type Issue, issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import { type LeafChange, overlap, selectionSize, selectionTotals } from '../cube';
import type { SumLimit } from './bounds';
import { fixLeaves, forkMask } from './freeMask';
import { undoChanges } from './leafAccess';
import { amountOutside } from './limitWatch';
import { mergeChanges } from './mergeChanges';
import { type Part, type PartContext, type SpreadPart, spreadPart } from './spreadPart';

/** A limit whose sum is set to its bound while the rest is spread again. */
interface Pin {
  limit: SumLimit;
  amount: number;
}

/**
 * `spreadPart` within the lasting limits that lie inside the part, at leaves and nodes alike, nested or crossing: sums
 * that break a limit are set to it, the side with the larger total violation first, and the rest is spread again until
 * none breaks (water-filling, design/allocation.md §4.1.6). Nothing is written on refusal, which says by how much the
 * limits are missed and which they are.
 */
export function spreadLimited(context: PartContext, part: Part): Result<SpreadPart> {
  const inside = (context.sumLimits ?? []).filter(({ selection }) => {
    const size = selectionSize(selection);
    return size > 0 && size < selectionSize(part.selection) && overlap(selection, part.selection) === size;
  });
  const plain = spreadPart(context, part);
  if (!plain.ok || inside.length === 0) return plain;
  let result = plain.value;
  const pins: Pin[] = [];
  let open = inside;
  for (;;) {
    const broken = brokenSide(context, open);
    if (broken.length === 0) return ok({ ...result, held: plain.value.held });
    undoChanges(context.column, result.changes);
    open = open.filter((limit) => !broken.some((pin) => pin.limit === limit));
    pins.push(...broken);
    pins.sort((a, b) => selectionSize(a.limit.selection) - selectionSize(b.limit.selection));
    const next = spreadPinned(context, part, pins);
    if (!next.ok) return fail(explain(next.issues[0], { part, pins, above: broken[0].amount === broken[0].limit.max }));
    result = next.value;
  }
}

/** The limits that are broken now, of the side where more is to be moved. */
function brokenSide({ column }: PartContext, limits: SumLimit[]): Pin[] {
  const above: Pin[] = [];
  const below: Pin[] = [];
  let over = 0;
  let under = 0;
  for (const limit of limits) {
    const outside = amountOutside(selectionTotals(column, limit.selection).sum, limit);
    if (outside > 0) above.push({ limit, amount: limit.max });
    if (outside < 0) below.push({ limit, amount: limit.min });
    if (outside > 0) over += outside;
    else under -= outside;
  }
  return over >= under ? above : below;
}

/** Smallest first, each pinned sum by itself; then the whole part around them. */
function spreadPinned(context: PartContext, part: Part, pins: Pin[]): Result<SpreadPart> {
  const { column } = context;
  const mask = forkMask(context.mask);
  const within = { ...context, mask };
  const changes: LeafChange[] = [];
  let equalSpread = false;
  for (const { selection, total } of [...pins.map((pin) => partOf(pin)), part]) {
    const spread = spreadPart(within, { selection, total });
    if (!spread.ok) {
      undoChanges(column, changes);
      return spread;
    }
    changes.push(...spread.value.changes);
    equalSpread ||= spread.value.equalSpread;
    fixLeaves(mask, selection);
  }
  return ok({ ...mergeChanges(column, changes), held: 0, equalSpread });
}

const partOf = ({ limit, amount }: Pin): Part => ({ selection: limit.selection, total: amount });

/** What cannot be placed beside sums at their limits is what the limits are missed by. */
function explain(cause: Issue, { part, pins, above }: { part: Part; pins: Pin[]; above: boolean }): Issue {
  const missing = cause.params?.amount;
  if (cause.code === 'target/tooLarge' || typeof missing !== 'number') return cause;
  return issue('target/outsideLimits', {
    amount: part.total,
    bound: above ? part.total - missing : part.total + missing,
    missing,
    limits: pins.map(({ limit }) => limit.id).join(', '),
  });
}
