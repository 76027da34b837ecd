import type { CellRef } from '~/domain/cell';
import type { RecordsDiff } from '~/domain/change';
import type { Command } from '~/domain/command';
import type { DimensionId, MemberCode } from '~/domain/dimension';
import { issue } from '~/domain/issue';
import { type Column, columnKey, type Plan, WORKING_TARGET } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import type { Round, RoundAnswer } from '~/domain/round';
import { SPOKEN } from '~/engine/cube/index';
import { editTotal } from '~/engine/targets/index';
import { type CommandContext, newId, noEffect, type Outcome } from '../context';
import type { OpenPlan, PlanDocument } from '../document';
import { added, updated } from '../records';
import { requirePlan } from '../resolve';
import { editCell } from './cellEdit';
import { MAX_NOTE } from './notes';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

/** The column that answers come up in, beside the working target. */
const PROPOSAL: Column = { ...WORKING_TARGET, layer: 'proposal' };

export const roundsOf = (document: PlanDocument, plan: string): Round[] =>
  [...document.records.round.values()].filter((round) => round.plan === plan).sort((a, b) => a.no - b.no);

/**
 * Opens a round: each leaf member of a dimension that has lines is asked, with the working target it has now as what was
 * handed down (null where blank). Lines without a member are nobody's to answer for. Refused: a dimension that is not in
 * the lines, or one without any member.
 */
export function openRound(
  document: PlanDocument,
  command: Of<'rounds/open'>,
  context: CommandContext,
): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { open, plan } = required.value;
  const assigned = memberSums(open, command.dimension, WORKING_TARGET);
  if (!assigned || assigned.size === 0) return fail(issue('dimension/unknown'));
  const round: Round = {
    id: newId('r', context),
    plan: plan.id,
    no: (roundsOf(document, plan.id).at(-1)?.no ?? 0) + 1,
    title: command.title.trim(),
    dimension: command.dimension,
    deadline: command.deadline,
    state: 'open',
    openedAt: context.now,
    answers: [...assigned].map(([member, amount]) => ({
      member,
      submittedAt: null,
      submittedOn: null,
      assigned: amount,
      proposed: null,
      objection: '',
      reply: '',
      agreed: null,
    })),
  };
  return outcome([added('round', round)]);
}

export function closeRound(document: PlanDocument, { round: id }: Of<'rounds/close'>): Result<Outcome> {
  const found = openRoundOf(document, id);
  if (!found.ok) return found;
  return outcome([updated('round', found.value.round, { ...found.value.round, state: 'closed' })]);
}

/**
 * Takes down what a member (or several at once) proposes for the year, as its proposal column says now; submitting again replaces it. After
 * the deadline it still counts, and is shown as late. Refused where one of them proposed nothing.
 */
export function submitAnswer(
  document: PlanDocument,
  { round: id, member, also = [] }: Of<'rounds/submit'>,
  context: CommandContext,
): Result<Outcome> {
  const found = openRoundOf(document, id);
  if (!found.ok) return found;
  const { open, round } = found.value;
  const sums = memberSums(open, round.dimension, PROPOSAL);
  const proposed = new Map<MemberCode, number>();
  for (const code of [member, ...also]) {
    if (!round.answers.some((answer) => answer.member === code)) return fail(issue('member/unknown'));
    const sum = sums?.get(code) ?? null;
    if (sum === null) return fail(issue('proposal/none'));
    proposed.set(code, sum);
  }
  const when = { submittedAt: context.now, submittedOn: context.today };
  const answers = round.answers.map((answer) => {
    const sum = proposed.get(answer.member);
    return sum === undefined ? answer : { ...answer, ...when, proposed: sum };
  });
  return outcome([updated('round', round, { ...round, answers })]);
}

export const objectTo = (document: PlanDocument, command: Of<'rounds/object'>): Result<Outcome> =>
  say(document, command, (text) => ({ objection: text }));

export const replyTo = (document: PlanDocument, command: Of<'rounds/reply'>): Result<Outcome> =>
  say(document, command, (text) => ({ reply: text }));

/**
 * Moves the working target of a member to what was agreed, around all holds, and notes by how much that is more or less
 * than what was handed down. One step. Refused, with nothing noted, where the edit is.
 */
export function agreeAnswer(document: PlanDocument, { round, member, amount }: Of<'rounds/agree'>): Result<Outcome> {
  const found = answerOf(document, round, member);
  if (!found.ok) return found;
  const { plan, round: record, answer } = found.value;
  return editCell(document, {
    cell: yearOf(plan, record.dimension, member),
    records: answered(record, member, { agreed: amount - (answer.assigned ?? 0) }),
    run: (kernel) => editTotal({ ...kernel, total: amount }),
  });
}

/** The cell a member answers for: its working target of all periods. */
export const yearOf = (plan: Plan, dimension: DimensionId, member: MemberCode): CellRef => ({
  column: WORKING_TARGET,
  at: { [dimension]: member },
  periods: plan.periods.map((period) => period.id),
});

/** A column by leaf member over all periods, in order of code, unassigned left out; null = blank. Null: no such dimension. */
export function memberSums(
  open: OpenPlan,
  dimension: DimensionId,
  column: Column,
): Map<MemberCode, number | null> | null {
  const { lines } = open;
  const codes = lines.codes[lines.dimensions.indexOf(dimension)];
  if (!codes) return null;
  const members = [...new Set(codes.subarray(0, lines.count))].filter((code) => code !== 0).sort((a, b) => a - b);
  const sums = new Map<MemberCode, number | null>(members.map((code) => [code, null]));
  const data = open.columns.get(columnKey(column));
  const size = (members.at(-1) ?? 0) + 1;
  const sum = new Float64Array(size);
  const spoken = new Uint32Array(size);
  data?.value.forEach((values, period) => {
    const states = data.state[period];
    for (let i = 0; i < lines.count; i += 1) {
      sum[codes[i]] += values[i];
      spoken[codes[i]] += states[i] & SPOKEN;
    }
  });
  for (const code of members) if (spoken[code] > 0) sums.set(code, sum[code]);
  return sums;
}

interface OpenRound {
  open: OpenPlan;
  plan: Plan;
  round: Round;
}

function openRoundOf(document: PlanDocument, id: string): Result<OpenRound> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const round = document.records.round.get(id);
  if (!round || round.plan !== required.value.plan.id) return fail(issue('round/unknown'));
  return round.state === 'open' ? ok({ ...required.value, round }) : fail(issue('round/closed'));
}

function answerOf(document: PlanDocument, id: string, member: MemberCode): Result<OpenRound & { answer: RoundAnswer }> {
  const found = openRoundOf(document, id);
  if (!found.ok) return found;
  const answer = found.value.round.answers.find((entry) => entry.member === member);
  return answer ? ok({ ...found.value, answer }) : fail(issue('member/unknown'));
}

function say(
  document: PlanDocument,
  { round, member, text }: { round: string; member: MemberCode; text: string },
  part: (text: string) => Partial<RoundAnswer>,
): Result<Outcome> {
  const found = answerOf(document, round, member);
  if (!found.ok) return found;
  const said = text.trim();
  if (said.length > MAX_NOTE) return fail(issue('note/tooLong'));
  return outcome(answered(found.value.round, member, part(said)));
}

const answered = (round: Round, member: MemberCode, part: Partial<RoundAnswer>): RecordsDiff => [
  updated('round', round, {
    ...round,
    answers: round.answers.map((answer) => (answer.member === member ? { ...answer, ...part } : answer)),
  }),
];

const outcome = (records: RecordsDiff): Result<Outcome> =>
  ok({ change: { records, cells: [] }, edits: [], effect: noEffect });
