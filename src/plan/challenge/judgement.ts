import type { ChallengeRule, Verdict } from '~/domain/challenge';
import type { EvidenceKind } from '~/domain/challengeView';
import { chanceOf, type Grounds, judgeTarget } from '~/engine/challenge/index';
import type { NodeStudy, Support } from './support';

/** How hard an amount would be at a node. */
export interface Judgement {
  /** Null without a forecast. */
  chance: number | null;
  verdict: Verdict | null;
  verdictFrom: 'forecast' | 'evidence' | null;
  limiting: EvidenceKind | null;
}

const UNKNOWN: Judgement = { chance: null, verdict: null, verdictFrom: null, limiting: null };

/** Judges what is asked of a node by what is known of it; a target that nobody has set is not judged. */
export function judgeNode(
  study: NodeStudy,
  target: number | null,
  rule: Omit<ChallengeRule, 'id' | 'plan'>,
): Judgement {
  const limiting = limitingOf(study.supports);
  if (target === null) return { ...UNKNOWN, limiting };
  const verdict = judgeTarget(target, groundsOf(study), rule);
  return {
    chance: study.outcome && chanceOf(study.outcome, target),
    verdict,
    verdictFrom: verdict === null ? null : study.outcome ? 'forecast' : 'evidence',
    limiting,
  };
}

/** What the verdict rests on: evidence other than the forecast counts only where there is none, capacity and potential always. */
export const groundsOf = ({ outcome, supports, capacity, potential }: NodeStudy): Grounds => ({
  outcome,
  ranges: outcome ? [] : supports.flatMap(({ kind, range }) => (range && kind !== 'forecast' ? [range] : [])),
  capacity,
  potential,
});

/** The evidence that supports least; the earlier of two that support as much. */
function limitingOf(supports: readonly Support[]): EvidenceKind | null {
  let least: Support | null = null;
  for (const support of supports) {
    if (!support.range) continue;
    if (!least?.range || support.range.high < least.range.high) least = support;
  }
  return least?.kind ?? null;
}
