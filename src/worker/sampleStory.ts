import type { Command } from '~/domain/command';
import { WORKING_TARGET } from '~/domain/plan';
import type { Sample } from '~/plan/sample/createSample';

/** The sample as the commands a manager would have given, in order: its numbers come about like anybody's. */
export function sampleCommands(sample: Sample, draft: string): Command[] {
  const { story } = sample;
  const periods = story.goals[0].periods;
  const column = WORKING_TARGET;
  return [
    { name: 'orders/import', draft },
    { name: 'sources/import', draft },
    { name: 'plan/create', settings: sample.plan },
    {
      name: 'targets/setCell',
      cell: { column, at: story.unreasonable.at, periods },
      amount: story.unreasonable.amount,
    },
    ...story.holds.map(
      (hold): Command => ({
        name: 'holds/add',
        cell: { column, at: hold.at, periods: hold.periods },
        kind: hold.kind,
      }),
    ),
    { name: 'targets/setCell', cell: { column, at: {}, periods }, amount: story.allocated },
    ...story.goals.map(
      (goal): Command => ({
        name: 'goals/set',
        cell: { column, at: goal.at, periods: goal.periods },
        amount: goal.amount,
      }),
    ),
  ];
}
