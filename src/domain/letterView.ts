import type { TargetLetter } from './challenge';
import type { DimensionId } from './dimension';

/** What a letter to a node would say now. */
export type LetterFigures = Pick<TargetLetter, 'at' | 'label' | 'quarters' | 'months' | 'products'> & {
  /** Null = there is no target here: no letter. */
  total: number | null;
};

export interface LetterDraft extends LetterFigures {
  /** The newest letter of the node, and whether its target has changed since. */
  last: { id: string; no: number; changed: boolean } | null;
}

export interface IssuedLetter extends TargetLetter {
  /** The target is not any more what the letter says. */
  changed: boolean;
  /** What it is now. */
  now: number | null;
  /** Whether a newer letter went to the same node. */
  replaced: boolean;
}

export interface LettersView {
  dimension: DimensionId;
  dimensions: DimensionId[];
  /** Members of the dimension with a target, largest first. */
  drafts: LetterDraft[];
  /** Newest first. */
  issued: IssuedLetter[];
}
