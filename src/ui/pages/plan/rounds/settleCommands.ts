import type { CellRef } from '~/domain/cell';
import type { Command } from '~/domain/command';
import type { RoundLine } from '~/domain/round';

export interface Settling {
  line: Pick<RoundLine, 'member' | 'target' | 'proposed' | 'gap'>;
  /** The working target the member answers for. */
  cell: CellRef;
  round: string;
  /** A closed round notes nothing any more. */
  isOpen: boolean;
}

/** The target becomes what was proposed, leaf by leaf; an open round notes it as agreed. */
export function acceptCommands({ line, cell, round, isOpen }: Settling): Command[] {
  const accept: Command = { name: 'proposals/accept', cell };
  if (!isOpen || line.proposed === null) return [accept];
  return [accept, { name: 'rounds/agree', round, member: line.member, amount: line.proposed }];
}

/** The target meets the proposal half way, to the minor unit away from zero; an open round notes it as agreed. */
export function halfWayCommands({ line, cell, round, isOpen }: Settling): Command[] {
  if (!isOpen || line.target === null || line.gap === null) return [{ name: 'proposals/spreadGap', cell, percent: 50 }];
  const half = Math.sign(line.gap) * Math.round(Math.abs(line.gap) / 2);
  return [{ name: 'rounds/agree', round, member: line.member, amount: line.target + half }];
}
