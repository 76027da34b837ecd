import type { RecordTypes } from '~/domain/change';
import type { Command } from '~/domain/command';
import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import { type CommandContext, newId, type Outcome, recordsOnly } from '../context';
import type { PlanDocument } from '../document';
import { added, removed, updated } from '../records';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;
type Agreement = 'tierPrice' | 'priceBand' | 'rebateProgramme';

/** What a tier pays of the list from a day on. A share of 0 or less is no price. */
export const setTierPrice = (
  document: PlanDocument,
  { price }: Of<'prices/setTierPrice'>,
  context: CommandContext,
): Result<Outcome> =>
  price.share > 0 ? put(document, 'tierPrice', price, context) : fail(issue('target/outsideLimits'));

/** Ends what a tier pays of the list price; one that is not known is refused. Undo gives it back. */
export const removeTierPrice = (document: PlanDocument, { id }: Of<'prices/removeTierPrice'>): Result<Outcome> =>
  take(document, 'tierPrice', id);

/** Between which shares of list a unit may be sold. The least must not lie over the most. */
export const setPriceBand = (
  document: PlanDocument,
  { band }: Of<'prices/setBand'>,
  context: CommandContext,
): Result<Outcome> =>
  band.lowest >= 0 && band.lowest <= band.highest
    ? put(document, 'priceBand', band, context)
    : fail(issue('limit/crossed'));

/** Takes a price band away: its lines break nothing any more. One that is not known is refused. */
export const removePriceBand = (document: PlanDocument, { id }: Of<'prices/removeBand'>): Result<Outcome> =>
  take(document, 'priceBand', id);

/** A rebate programme: its steps must rise, its rates must be shares, and it must not end before it starts. */
export function setRebate(
  document: PlanDocument,
  { programme }: Of<'rebates/set'>,
  context: CommandContext,
): Result<Outcome> {
  const { steps, from, to } = programme;
  const rises = steps.every(({ at }, i) => i === 0 || at > steps[i - 1].at);
  const shares = steps.every(({ rate }) => rate >= 0 && rate <= 1);
  if (!rises || !shares || steps.length === 0) return fail(issue('rebate/steps'));
  if (to < from) return fail(issue('rebate/dates'));
  return put(document, 'rebateProgramme', programme, context);
}

/** Takes a rebate programme away with all that it accrued. One that is not known is refused. */
export const removeRebate = (document: PlanDocument, { id }: Of<'rebates/remove'>): Result<Outcome> =>
  take(document, 'rebateProgramme', id);

function put<T extends Agreement>(
  document: PlanDocument,
  type: T,
  given: RecordTypes[T],
  context: CommandContext,
): Result<Outcome> {
  const records: ReadonlyMap<string, RecordTypes[T]> = document.records[type];
  const old = records.get(given.id);
  const made = given.id === '' ? { ...given, id: newId('a', context) } : given;
  return ok(recordsOnly([old ? updated(type, old, made) : added(type, made)]));
}

function take<T extends Agreement>(document: PlanDocument, type: T, id: string): Result<Outcome> {
  const records: ReadonlyMap<string, RecordTypes[T]> = document.records[type];
  const old = records.get(id);
  return old ? ok(recordsOnly([removed(type, old)])) : fail(issue('agreement/unknown'));
}
