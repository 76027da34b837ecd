import { expect, test } from 'vitest';
import { WORKING_TARGET } from '~/domain/plan';
import type { ProposalReading } from '~/domain/round';
import { leftOut, proposalCommands } from '~/ui/pages/plan/rounds/proposalList';

const round = { id: 'r1', dimension: 'seller', isOpen: true, members: [1, 2, 3] };
const cell = (at: Record<string, number>, amount: number) => ({
  cell: { column: { ...WORKING_TARGET, layer: 'proposal' }, at, periods: ['2027-01'] },
  amount,
  labels: [],
});
const reading = (part: Partial<ProposalReading>): ProposalReading => ({
  cells: [],
  total: 0,
  unmatched: [],
  issues: [],
  ...part,
});

test('a list is one paste, and one submission of everybody it names who was asked', () => {
  const read = reading({ cells: [cell({ seller: 2 }, 5), cell({ seller: 1, region: 4 }, 6), cell({ region: 4 }, 7)] });
  expect(proposalCommands(read, round, true)).toMatchObject([
    { name: 'targets/setCells', cells: [{ amount: 5 }, { amount: 6 }, { amount: 7 }] },
    { name: 'rounds/submit', round: 'r1', member: 1, also: [2] },
  ]);
  expect(proposalCommands(read, round, false)).toHaveLength(1);
  expect(proposalCommands(read, { ...round, isOpen: false }, true)).toHaveLength(1);
  expect(proposalCommands(reading({ cells: [cell({ region: 4 }, 7)] }), round, true)).toHaveLength(1);
  expect(proposalCommands(reading({}), round, true)).toBeNull();
});

test('a row that fits nothing in two ways is left out once', () => {
  const read = reading({
    unmatched: [
      { row: 3, dimension: 'seller', name: 'Zoe' },
      { row: 3, dimension: 'period', name: '2030-01' },
    ],
    issues: [{ code: 'import/badNumber', place: { row: 5 } }],
  });
  expect(leftOut(read)).toBe(2);
});
