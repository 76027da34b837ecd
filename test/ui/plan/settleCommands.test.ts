import { expect, test } from 'vitest';
import { WORKING_TARGET } from '~/domain/plan';
import { acceptCommands, halfWayCommands, type Settling } from '~/ui/pages/plan/rounds/settleCommands';

const settling = (part: Partial<Settling> = {}): Settling => ({
  line: { member: 4, target: 1000, proposed: 899, gap: -101 },
  cell: { column: WORKING_TARGET, at: { seller: 4 }, periods: ['2027-01'] },
  round: 'r1',
  isOpen: true,
  ...part,
});

test('accepting takes the proposal leaf by leaf and notes its sum as agreed', () => {
  expect(acceptCommands(settling())).toMatchObject([
    { name: 'proposals/accept', cell: { at: { seller: 4 } } },
    { name: 'rounds/agree', round: 'r1', member: 4, amount: 899 },
  ]);
});

test('half way is agreed to the minor unit, up or down alike', () => {
  expect(halfWayCommands(settling())).toMatchObject([{ name: 'rounds/agree', amount: 949 }]);
  const up = settling({ line: { member: 4, target: 1000, proposed: 1101, gap: 101 } });
  expect(halfWayCommands(up)).toMatchObject([{ name: 'rounds/agree', amount: 1051 }]);
});

test('a closed round, or a blank target, moves the target and notes nothing', () => {
  expect(acceptCommands(settling({ isOpen: false }))).toHaveLength(1);
  expect(halfWayCommands(settling({ isOpen: false }))).toMatchObject([{ name: 'proposals/spreadGap', percent: 50 }]);
  const blank = settling({ line: { member: 4, target: null, proposed: 5, gap: null } });
  expect(halfWayCommands(blank)).toMatchObject([{ name: 'proposals/spreadGap' }]);
});
