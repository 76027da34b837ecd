import { VERDICTS, type Verdict } from '~/domain/challenge';
import type { ChallengeView, DifficultyView } from '~/domain/challengeView';
import type { Format } from '~/i18n/format';
import type { Translate } from '~/i18n/translate';

/** The page in one sentence: how many pieces are how hard, the hardest first. */
export function checkFinding(
  { counts, whole }: DifficultyView,
  { t, format }: { t: Translate; format: Format },
): string {
  const all = VERDICTS.reduce((sum, verdict) => sum + counts[verdict], 0);
  if (all === 0) return t('challenge.findingUnknown');
  const hard = counts.unrealistic + counts.demanding;
  const chance =
    whole.chance === null ? '' : t('challenge.findingChance', { chance: format.probability(whole.chance) });
  if (hard === 0) return t('challenge.findingFair', { n: all }) + chance;
  return t('challenge.findingHard', { n: all, unrealistic: counts.unrealistic, demanding: counts.demanding }) + chance;
}

/** The node in one sentence: how likely, and what limits it. */
export function nodeFinding(view: ChallengeView, { t, format }: { t: Translate; format: Format }): string {
  const limit = view.limiting === null ? null : t(`challenge.kind.${view.limiting}`);
  if (view.target === null) return t('challenge.nodeNoTarget');
  if (view.verdict === null) return t('challenge.nodeUnknown');
  if (view.chance === null)
    return limit === null ? t('challenge.nodeWithoutForecast') : t('challenge.nodeLimitOnly', { limit });
  const chance = format.probability(view.chance);
  if (limit === null) return t('challenge.nodeChance', { chance });
  return t(isLimited(view) ? 'challenge.nodeLimited' : 'challenge.nodeLeast', { chance, limit });
}

/** Whether the evidence that supports least stands in the way: it does not where the target is easy or fair and it does not speak against it. */
export const isLimited = ({ verdict, limiting, evidence }: ChallengeView): boolean =>
  (verdict !== 'easy' && verdict !== 'fair') ||
  evidence.some(({ kind, state }) => kind === limiting && state === 'against');

/** Style of a chance by its verdict, for bars and figures. */
export const toneOf = (verdict: Verdict | null): string => `tone-${verdict ?? 'unknown'}`;
