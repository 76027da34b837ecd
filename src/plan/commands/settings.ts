import type { RecordsDiff } from '~/domain/change';
import type { Command } from '~/domain/command';
import { foldKey } from '~/domain/dimension';
import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import { type CommandContext, newId, noEffect, type Outcome } from '../context';
import { membersOf, openedPlan, type PlanDocument } from '../document';
import { levelKey } from '../members';
import { added, removed, updated } from '../records';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

const records = (diff: RecordsDiff): Result<Outcome> =>
  ok({ change: { records: diff, cells: [] }, edits: [], effect: noEffect });

export function renamePlan(document: PlanDocument, command: Of<'plan/rename'>): Result<Outcome> {
  const plan = openedPlan(document);
  return plan ? records([updated('plan', plan, { ...plan, name: command.to })]) : fail(issue('plan/notOpen'));
}

/** Gives a member another name; the old one stays as an alias, so that imports still find it. */
export function renameMember(document: PlanDocument, command: Of<'members/rename'>): Result<Outcome> {
  const members = membersOf(document, command.dimension);
  const member = members.byCode[command.code];
  if (!member) return fail(issue('member/unknown'));
  const key = foldKey(command.to);
  const taken = members.byKey.get(levelKey(member.level, key));
  if (key === '' || (taken !== undefined && taken !== member.code)) {
    return fail(issue('member/duplicateKey', { name: command.to }));
  }
  const aliases = [...new Set([...member.aliases, member.name])].filter((alias) => foldKey(alias) !== key);
  return records([updated('member', member, { ...member, name: command.to, key, aliases })]);
}

/** Sets a customer's tier by hand, which no rule moves, or takes the pin out. */
export function pinTier(document: PlanDocument, command: Of<'customers/pinTier'>): Result<Outcome> {
  const id = `pin:${command.customer}`;
  const old = document.records.tierPin.get(id);
  if (command.tier === null) return old ? records([removed('tierPin', old)]) : fail(issue('member/unknown'));
  const pin = { id, customer: command.customer, tier: command.tier, reason: command.reason };
  return records([old ? updated('tierPin', old, pin) : added('tierPin', pin)]);
}

export function setKpiLimit(
  document: PlanDocument,
  command: Of<'kpi/setLimit'>,
  context: CommandContext,
): Result<Outcome> {
  const old = [...document.records.kpiLimit.values()].find((limit) => limit.kpi === command.kpi);
  const limit = { id: old?.id ?? newId('k', context), kpi: command.kpi, good: command.good, bad: command.bad };
  return records([old ? updated('kpiLimit', old, limit) : added('kpiLimit', limit)]);
}
