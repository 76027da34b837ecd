import type { EvidenceKind } from '~/domain/challengeView';
import type { Issue } from '~/domain/issue';
import { issue } from '~/domain/issue';
import { type Outcome, outcomeOf, type SupportRange } from '~/engine/challenge/index';

/** Evidence that speaks of an amount. */
export type AmountKind = Extract<
  EvidenceKind,
  'history' | 'trend' | 'peers' | 'potential' | 'capacity' | 'pipeline' | 'forecast'
>;

/** The amounts that an evidence supports, whatever is asked; `range` null = unknown, and `issues` say why. Minor units. */
export interface Support {
  kind: AmountKind;
  range: SupportRange | null;
  facts: Record<string, number | null>;
  issues: Issue[];
}

/** What is known of a node before anybody asks for an amount. */
export interface NodeStudy {
  /** What the growth is measured on, and how many years the plan's year ends after it. */
  reference: { amount: number; years: number; isLastYear: boolean } | null;
  outcome: Outcome | null;
  actual: number | null;
  year: { mean: number; lower: number; upper: number } | null;
  supports: Support[];
  /** Hard limits of the verdict; null = unknown. */
  capacity: number | null;
  potential: number | null;
}

/** Rounded to minor units, low ≤ mid ≤ high. */
export function rangeOf(low: number, mid: number, high: number): SupportRange {
  const middle = Math.round(mid);
  return { low: Math.min(middle, Math.round(low)), mid: middle, high: Math.max(middle, Math.round(high)) };
}

export const unknownSupport = (kind: AmountKind, ...issues: Issue[]): Support => ({
  kind,
  range: null,
  facts: {},
  issues: issues.length > 0 ? issues : [issue('challenge/unknown')],
});

/** The range that is said for a year, eight times in ten, as a distribution. */
export const outcomeOfYear = ({ mean, lower, upper }: { mean: number; lower: number; upper: number }): Outcome =>
  outcomeOf({ middle: mean, lower, upper, level: 0.8 });
