import type { At } from '~/domain/cell';
import type { RecordsDiff } from '~/domain/change';
import type { Command } from '~/domain/command';
import { issue } from '~/domain/issue';
import { MAX_TOTAL } from '~/domain/money';
import { fail, ok, type Result } from '~/domain/result';
import type { GrowthKind, GrowthSource } from '~/domain/round';
import { type CommandContext, newId, noEffect, type Outcome } from '../context';
import type { PlanDocument } from '../document';
import { added, removed, updated } from '../records';
import { requirePlan } from '../resolve';
import { MAX_NOTE } from './notes';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

/**
 * What a person expects of one source of growth at a node, for the plan's first year, in minor units (a loss is
 * negative; 0 is spoken, null takes the amount out). It stands beside the target and moves nothing. Source: kpi.md §3.3.
 */
export function setGrowth(document: PlanDocument, command: Of<'growth/set'>, context: CommandContext): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const plan = required.value.plan.id;
  const { at, kind, amount } = command;
  const old = growthAt(document, plan, { at, kind });
  if (amount === null)
    return old ? outcome([removed('growthSource', old)], old.amount, null) : fail(issue('growth/unknown'));
  if (!Number.isInteger(amount)) throw new RangeError(`an amount of ${amount} minor units`);
  if (Math.abs(amount) > MAX_TOTAL) return fail(issue('target/tooLarge', { amount }));
  const note = command.note.trim();
  if (note.length > MAX_NOTE) return fail(issue('note/tooLong', { most: MAX_NOTE }));
  const source: GrowthSource = { id: old?.id ?? newId('gs', context), plan, at, kind, amount, note };
  return outcome(
    [old ? updated('growthSource', old, source) : added('growthSource', source)],
    old?.amount ?? null,
    amount,
  );
}

function growthAt(
  document: PlanDocument,
  plan: string,
  { at, kind }: { at: At; kind: GrowthKind },
): GrowthSource | null {
  for (const source of document.records.growthSource.values()) {
    if (source.plan === plan && source.kind === kind && isSameAt(source.at, at)) return source;
  }
  return null;
}

/** The same node, whatever order its parts were named in. */
export function isSameAt(a: At, b: At): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

const outcome = (records: RecordsDiff, before: number | null, after: number | null): Result<Outcome> =>
  ok({ change: { records, cells: [] }, edits: [], effect: { ...noEffect, before, after } });
