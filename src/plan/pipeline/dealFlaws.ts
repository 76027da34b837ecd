import type { DealRow } from '~/domain/pipelineView';

export type DealFlaw = DealRow['flaws'][number];

/** What can be wrong with a deal, in the order it is told: bit i of a flaw mask. */
export const DEAL_FLAWS = [
  'noAmount',
  'noDate',
  'futureDate',
  'unknownStage',
  'outOfOrder',
  'negative',
] as const satisfies readonly DealFlaw[];

export const flawBit = (flaw: DealFlaw): number => 1 << DEAL_FLAWS.indexOf(flaw);

export const flawsOf = (mask: number): DealFlaw[] => DEAL_FLAWS.filter((flaw) => (mask & flawBit(flaw)) !== 0);
