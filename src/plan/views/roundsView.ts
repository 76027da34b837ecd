import { issue } from '~/domain/issue';
import type { Day } from '~/domain/period';
import { WORKING_TARGET } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import type { Round, RoundAnswer, RoundLine, RoundsView } from '~/domain/round';
import { memberSums, roundsOf } from '../commands/rounds';
import { memberName, type PlanDocument } from '../document';
import { requirePlan } from '../resolve';

/**
 * The rounds of the open plan, newest first, and the answers of one of them (the newest where none is named) in the order
 * the members were asked. Target is the working one as it is now, gap what was submitted less that; null where either is
 * blank. Late: submitted after the deadline, or not yet and the deadline is over. Totals sum what is there.
 */
export function roundsView(
  document: PlanDocument,
  { round: id, today }: { round: string | null; today: Day },
): Result<RoundsView> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { open, plan } = required.value;
  const rounds = roundsOf(document, plan.id).reverse();
  const chosen = id === null ? rounds.at(0) : rounds.find((round) => round.id === id);
  if (id !== null && !chosen) return fail(issue('round/unknown'));
  const heads = rounds.map(({ answers, ...head }) => ({
    ...head,
    submitted: answers.filter((answer) => answer.submittedAt !== null).length,
    members: answers.length,
  }));
  if (!chosen)
    return ok({ rounds: heads, lines: null, round: null, totals: { target: null, proposed: null, gap: null } });
  const targets = memberSums(open, chosen.dimension, WORKING_TARGET);
  const lines = chosen.answers.map((answer): RoundLine => {
    const target = targets?.get(answer.member) ?? null;
    return {
      ...answer,
      label: memberName(document, chosen.dimension, answer.member),
      at: { [chosen.dimension]: answer.member },
      target,
      gap: target === null || answer.proposed === null ? null : answer.proposed - target,
      late: isLate(chosen, answer, today),
    };
  });
  const sum = (amounts: (number | null)[]): number | null =>
    amounts.reduce((all, amount) => (amount === null ? all : (all ?? 0) + amount), null);
  return ok({
    rounds: heads,
    lines,
    round: chosen.id,
    totals: {
      target: sum(lines.map((line) => line.target)),
      proposed: sum(lines.map((line) => line.proposed)),
      gap: sum(lines.map((line) => line.gap)),
    },
  });
}

function isLate({ deadline, state }: Round, { submittedOn }: RoundAnswer, today: Day): boolean {
  if (deadline === null) return false;
  if (submittedOn !== null && submittedOn !== undefined) return submittedOn > deadline;
  return state === 'closed' || today > deadline;
}
