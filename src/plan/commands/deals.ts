import type { Command } from '~/domain/command';
import { foldKey } from '~/domain/dimension';
import type { FactValue } from '~/domain/fact';
import { fail, ok, type Result } from '~/domain/result';
import { type CommandContext, type Outcome, recordsOnly } from '../context';
import type { PlanDocument } from '../document';
import { factsOf } from '../sources/facts';
import { putFacts } from './facts';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

/**
 * Puts deals in by hand or changes them, and writes down to which stage each came on which day, so that both are one step back.
 * A new deal without a number gets the next one of its own kind (D0001, …); a step that is on record already is not written
 * twice. What `putFacts` refuses of a deal or a step refuses all of them; nothing to put is no change.
 */
export function putDeals(
  document: PlanDocument,
  { deals }: Of<'pipeline/putDeals'>,
  context: CommandContext,
): Result<Outcome> {
  const known = factsOf(document, 'opportunities');
  const numbers = known.text('key');
  const placeOf = new Map(known.keys.map((key, place) => [key, place]));
  let next = nextNumber(known.keys);
  const rows = deals.map(({ key, values }) => {
    if (key !== null || !isBlank(values.key)) return { key, values };
    const number = `D${String(next).padStart(4, '0')}`;
    next += 1;
    return { key, values: { ...values, key: number } };
  });
  const put = putFacts(document, { name: 'facts/put', kind: 'opportunities', rows }, context);
  if (!put.ok) return put;
  const onRecord = stepsOnRecord(document);
  const steps = deals.flatMap(({ key, step }, i) => {
    const place = key === null ? undefined : placeOf.get(key);
    const number = place === undefined ? String(rows[i].values.key ?? '') : numbers[place];
    if (!step || onRecord.has(stepKey(number, step.stage, step.day))) return [];
    onRecord.add(stepKey(number, step.stage, step.day));
    return [{ key: null, values: { key: number, stage: step.stage, day: step.day } }];
  });
  const written = putFacts(document, { name: 'facts/put', kind: 'stageHistory', rows: steps }, context);
  if (!written.ok) return fail(written.issues[0], ...written.issues.slice(1));
  return ok(recordsOnly([...put.value.change.records, ...written.value.change.records]));
}

function stepsOnRecord(document: PlanDocument): Set<string> {
  const steps = factsOf(document, 'stageHistory');
  const [numbers, stages, days] = [steps.text('key'), steps.text('stage'), steps.number('day')];
  return new Set(numbers.map((number, row) => stepKey(number, stages[row], days[row])));
}

const stepKey = (number: string, stage: string, day: number): string =>
  `${foldKey(number)}\u0001${foldKey(stage)}\u0001${day}`;

/** One more than the largest number that was given here so far. */
function nextNumber(keys: readonly string[]): number {
  let largest = 0;
  for (const key of keys) {
    const found = /^d(\d{1,9})$/.exec(key);
    if (found) largest = Math.max(largest, Number(found[1]));
  }
  return largest + 1;
}

const isBlank = (value: FactValue | undefined): boolean =>
  value === undefined || value === null || String(value).trim() === '';
