import { type Issue, type IssueCode, issue } from '~/domain/issue';
import { DEAL_OPEN } from '~/engine/pipeline/index';
import type { DealFlaw } from './dealFlaws';
import { flawBit } from './dealFlaws';
import type { PipelineScene } from './pipelineScene';

/** Numbers of deals that are named with an issue. */
const NAMED = 5;

const CODES: readonly (readonly [DealFlaw, IssueCode])[] = [
  ['noAmount', 'pipeline/noAmount'],
  ['noDate', 'pipeline/noDate'],
  ['futureDate', 'pipeline/futureDate'],
  ['unknownStage', 'pipeline/unknownStage'],
  ['outOfOrder', 'pipeline/outOfOrder'],
  ['negative', 'pipeline/negative'],
];

/**
 * What is wrong with deals, each kind with how many and the numbers of a few: none of them is left out of a count. Also
 * said: expected days that have passed, amounts that were put in, stage changes that name no deal, and that there are
 * none.
 */
export function dealIssues(scene: PipelineScene, rows: readonly number[]): Issue[] {
  const { deals } = scene;
  const { facts, flaws, table, expected, worth, steps, basis } = deals;
  const numbers = facts.text('key');
  const said: Issue[] = [];
  const tell = (code: IssueCode, found: readonly number[]): void => {
    if (found.length === 0) return;
    const keys = found
      .slice(0, NAMED)
      .map((row) => numbers[row] || facts.keys[row])
      .join(', ');
    said.push(issue(code, { count: found.length, keys }));
  };
  for (const [flaw, code] of CODES) {
    const bit = flawBit(flaw);
    tell(
      code,
      rows.filter((row) => (flaws[row] & bit) !== 0),
    );
  }
  const open = rows.filter((row) => table.result[row] === DEAL_OPEN);
  tell(
    'pipeline/pastExpected',
    open.filter((row) => expected[row] < table.asOf),
  );
  const estimated = rows.filter((row) => worth.pool[row] >= 0);
  if (estimated.length > 0) said.push(issue('pipeline/amountsPutIn', { count: estimated.length }));
  if (steps.orphans > 0) said.push(issue('pipeline/stepsWithoutDeal', { count: steps.orphans }));
  if (steps.future > 0) said.push(issue('pipeline/futureSteps', { count: steps.future }));
  if (basis === 'snapshot') said.push(issue('pipeline/noHistory'));
  return said;
}
