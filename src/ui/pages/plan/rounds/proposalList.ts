import type { Command } from '~/domain/command';
import type { DimensionId, MemberCode } from '~/domain/dimension';
import type { ProposalReading } from '~/domain/round';

/** Who was asked in a round. */
export interface AskedRound {
  id: string;
  dimension: DimensionId;
  isOpen: boolean;
  members: readonly MemberCode[];
}

/** Rows of a list that are in none of its cells. */
export const leftOut = ({ unmatched, issues }: ProposalReading): number =>
  new Set([...unmatched.map(({ row }) => row), ...issues.map(({ place }) => place?.row)]).size;

/**
 * What taking a list means: its amounts as one step, and then the submission of everybody of an open round it names. Null
 * where it holds nothing.
 */
export function proposalCommands({ cells }: ProposalReading, round: AskedRound, submits: boolean): Command[] | null {
  if (cells.length === 0) return null;
  const paste: Command = {
    name: 'targets/setCells',
    origin: 'paste',
    cells: cells.map(({ cell, amount }) => ({ cell, amount })),
  };
  const named = new Set(cells.map(({ cell }) => cell.at[round.dimension]));
  const [member, ...also] = round.members.filter((code) => named.has(code));
  if (!submits || !round.isOpen || member === undefined) return [paste];
  return [paste, { name: 'rounds/submit', round: round.id, member, ...(also.length > 0 ? { also } : {}) }];
}
