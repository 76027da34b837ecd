import type { Day } from '~/domain/period';
import type { PipelineRule } from '~/domain/pipeline';
import { DEAL_LOST, DEAL_OPEN, DEAL_WON, type DealTable, NO_STAGE } from '~/engine/pipeline/index';
import type { PlanDocument } from '../document';
import { type Facts, factsOf } from '../sources/facts';
import { flawBit } from './dealFlaws';
import { type DealSteps, dealSteps } from './dealSteps';
import { type DealWorth, dealWorth } from './dealWorth';
import { expectedBefore } from './expectedBefore';
import { type StagePlaces, stagePlaces } from './stagePlaces';

/** All deals of the workspace in columns, as they stand on a day. */
export interface DealFacts {
  facts: Facts;
  asOf: Day;
  places: StagePlaces;
  /** Where stage changes are known of most deals, time and chances go by stage; else by the age of the whole deal. */
  basis: 'history' | 'snapshot' | 'none';
  table: DealTable;
  /** Place of the named stage among all stages; −1 where it leads nowhere. */
  named: Int16Array;
  expected: Float64Array;
  /** 1 where its expected day was put off since an earlier import. */
  putOff: Uint8Array;
  /** Bits of `DEAL_FLAWS`. */
  flaws: Uint8Array;
  worth: DealWorth;
  steps: DealSteps;
}

/** So large a share of deals with steps makes a history. */
const MOST_DEALS = 0.5;

/**
 * Reads every deal: how it stands (its result, else what its stage is; won or lost where either says so), where it is,
 * its days and what it is worth. Days to come are no days yet, a close before the beginning stays and says nothing
 * about time. What is wrong with a row is noted, no row is left out.
 */
export function dealFacts(
  document: PlanDocument,
  { rule, asOf }: { rule: Omit<PipelineRule, 'id'>; asOf: Day },
): DealFacts {
  const facts = factsOf(document, 'opportunities');
  const places = stagePlaces(rule.stages);
  const steps = dealSteps(document, { facts, places, asOf });
  const size = facts.count;
  const [text, said, amount] = [facts.text('stage'), facts.text('result'), facts.number('amount')];
  const [createdOn, closedOn, expected] = [facts.number('created'), facts.number('closed'), facts.number('expected')];
  const result = new Uint8Array(size);
  const named = new Int16Array(size);
  const stage = new Int16Array(size);
  const flaws = new Uint8Array(size);
  const created = new Float64Array(size);
  const closed = new Float64Array(size);
  const entered = new Float64Array(size);
  let walked = 0;
  let dated = 0;
  for (let row = 0; row < size; row += 1) {
    const place = places.of(text[row]);
    named[row] = place ?? -1;
    const kind = place === null ? 'open' : places.kind[place];
    result[row] = resultOf(said[row], kind);
    if (place === null) flaws[row] |= flawBit('unknownStage');
    const { start } = steps.steps;
    const last = start[row + 1] - 1;
    const hasSteps = last >= start[row];
    const own = place === null ? NO_STAGE : places.open[place];
    stage[row] = own !== NO_STAGE ? own : hasSteps ? steps.steps.stage[last] : NO_STAGE;
    created[row] = createdOn[row] > asOf ? Number.NaN : createdOn[row];
    const end = Number.isNaN(closedOn[row]) ? steps.ended[row] : closedOn[row];
    closed[row] = result[row] === DEAL_OPEN || end > asOf ? Number.NaN : end;
    entered[row] = hasSteps ? steps.steps.day[last] : stage[row] === 0 ? created[row] : Number.NaN;
    flaws[row] |= flawsOfDays({ createdOn: createdOn[row], end, asOf, over: result[row] !== DEAL_OPEN });
    if (steps.back[row] === 1 || (hasSteps && isOutside(steps, row, { from: created[row], to: closed[row] }))) {
      flaws[row] |= flawBit('outOfOrder');
    }
    if (amount[row] < 0) flaws[row] |= flawBit('negative');
    else if (Number.isNaN(amount[row]) || (amount[row] === 0 && result[row] === DEAL_OPEN)) {
      flaws[row] |= flawBit('noAmount');
    }
    if (!Number.isNaN(created[row])) dated += 1;
    if (hasSteps) walked += 1;
  }
  const worth = dealWorth({ amount, result, product: facts.code('product') });
  const basis = size === 0 ? 'none' : walked > 0 && walked >= MOST_DEALS * dated ? 'history' : 'snapshot';
  return {
    facts,
    asOf,
    places,
    basis,
    table: {
      count: size,
      asOf,
      stages: places.openStages.length,
      result,
      stage,
      created,
      closed,
      entered,
      worth: worth.worth,
      steps: steps.steps,
    },
    named,
    expected,
    putOff: expectedBefore(document, facts),
    flaws,
    worth,
    steps,
  };
}

function resultOf(said: string, kind: 'open' | 'won' | 'lost'): number {
  if (said === 'won') return DEAL_WON;
  if (said === 'lost') return DEAL_LOST;
  return kind === 'won' ? DEAL_WON : kind === 'lost' ? DEAL_LOST : DEAL_OPEN;
}

function flawsOfDays({
  createdOn,
  end,
  asOf,
  over,
}: {
  createdOn: number;
  end: number;
  asOf: Day;
  over: boolean;
}): number {
  let flaws = 0;
  if (Number.isNaN(createdOn) || (over && Number.isNaN(end))) flaws |= flawBit('noDate');
  if (createdOn > asOf || (over && end > asOf)) flaws |= flawBit('futureDate');
  if (over && end < createdOn) flaws |= flawBit('outOfOrder');
  return flaws;
}

/** True where a step lies before the beginning or after the close. */
function isOutside({ steps }: DealSteps, row: number, { from, to }: { from: number; to: number }): boolean {
  return steps.day[steps.start[row]] < from || steps.day[steps.start[row + 1] - 1] > to;
}
