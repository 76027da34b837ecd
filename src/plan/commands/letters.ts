import type { TargetLetter } from '~/domain/challenge';
import type { Command } from '~/domain/command';
import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import { type CommandContext, newId, type Outcome, recordsOnly } from '../context';
import type { PlanDocument } from '../document';
import { focusYear } from '../focusYear';
import { letterFigures } from '../letters/letterFigures';
import { addressKey } from '../outlooks/salesTable';
import { added } from '../records';
import { requirePlan } from '../resolve';
import { orderCoverage } from '../views/orderCoverage';

/**
 * Issues a target letter to each of some nodes in one batch: what their working target says now is kept, with a number that
 * rises per node and a digest of all that is said, so that it can be printed again as it was and anyone can tell whether a
 * figure was changed since. It proves integrity, not who signed. Refused as a whole where there is nobody, somebody twice, or
 * a node without a target, which is named.
 */
export function issueLetters(
  document: PlanDocument,
  { on, letters }: Extract<Command, { name: 'letters/issue' }>,
  context: CommandContext,
): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { digest } = context;
  if (!digest) throw new TypeError('a letter needs a digest');
  if (letters.length === 0) return fail(issue('letter/nobody'));
  const addresses = letters.map(({ at }) => addressKey(at));
  if (new Set(addresses).size < letters.length) return fail(issue('letter/twice'));
  const { plan: whole } = required.value;
  const plan = focusYear(whole, orderCoverage(document)?.asOf ?? whole.periods[0].from);
  const latest = latestNumbers(document, whole.id);
  const batch = newId('lb', context);
  const made: TargetLetter[] = [];
  for (const [i, { at, kpis, assumptions }] of letters.entries()) {
    const { total, ...figures } = letterFigures(document, plan, at);
    if (total === null) return fail(issue('letter/noTarget', { name: figures.label }));
    const said = {
      plan: whole.id,
      no: (latest.get(addresses[i]) ?? 0) + 1,
      issuedOn: on,
      title: whole.name,
      ...figures,
      total,
      kpis: kpis.filter(({ goal }) => goal.trim() !== ''),
      assumptions: assumptions.trim(),
    };
    const hash = digest(new TextEncoder().encode(saidText(said)));
    made.push({ ...said, id: newId('tl', context, i), batch, who: context.who ?? '', hash });
  }
  return ok(recordsOnly(made.map((letter) => added('targetLetter', letter))));
}

type Said = Omit<TargetLetter, 'id' | 'batch' | 'who' | 'hash'>;

/** One text for all that a letter says, the same for the same letter whatever order its parts were given in. */
export function saidText(letter: Said): string {
  const { plan, no, issuedOn, at, label, title, total, quarters, months, products, kpis, assumptions } = letter;
  return JSON.stringify([
    plan,
    no,
    issuedOn,
    addressKey(at),
    label,
    title,
    total,
    quarters.map(({ id, amount }) => [id, amount]),
    months.map(({ period, amount }) => [period, amount]),
    products.map((product) => [product.label, product.amount]),
    kpis.map(({ kpi, goal }) => [kpi, goal]),
    assumptions,
  ]);
}

function latestNumbers({ records }: PlanDocument, plan: string): Map<string, number> {
  const latest = new Map<string, number>();
  for (const letter of records.targetLetter.values()) {
    if (letter.plan !== plan) continue;
    const key = addressKey(letter.at);
    latest.set(key, Math.max(latest.get(key) ?? 0, letter.no));
  }
  return latest;
}
