import type { RecordsDiff } from '~/domain/change';
import type { Command } from '~/domain/command';
import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import { type Outcome, recordsOnly } from '../context';
import { membersOf, type PlanDocument } from '../document';
import { added, removed, updated } from '../records';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

/**
 * Sets the tiers of many customers by hand, which no rule moves, or hands them back to the rule. One of them that is not there
 * refuses all; who has no pin to take out stays as it is.
 */
export function pinTiers(document: PlanDocument, command: Of<'customers/pinTiers'>): Result<Outcome> {
  const { byCode } = membersOf(document, 'customer');
  const { tier, why } = command;
  const records: RecordsDiff = [];
  for (const customer of new Set(command.customers)) {
    if (customer === 0 || !byCode[customer]) return fail(issue('member/unknown'));
    const id = `pin:${customer}`;
    const old = document.records.tierPin.get(id);
    if (tier === null) {
      if (old) records.push(removed('tierPin', old));
      continue;
    }
    const pin = { id, customer, tier, reason: why };
    records.push(old ? updated('tierPin', old, pin) : added('tierPin', pin));
  }
  return ok(recordsOnly(records));
}
