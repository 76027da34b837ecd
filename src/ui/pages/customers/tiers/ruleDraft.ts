import type { TierRule } from '~/domain/record';

/** A rule that is being tried out: the record without its id. */
export type RuleDraft = Omit<TierRule, 'id'>;

export const WEIGHT_PARTS = ['spend', 'frequency', 'recency', 'influence'] as const;

export type WeightPart = (typeof WEIGHT_PARTS)[number];

const WHOLE = 100;

export const weightSum = ({ weights }: RuleDraft): number => WEIGHT_PARTS.reduce((sum, part) => sum + weights[part], 0);

export const withWeight = (rule: RuleDraft, part: WeightPart, weight: number): RuleDraft => ({
  ...rule,
  weights: { ...rule.weights, [part]: weight },
});

/** Weights in the same proportion that add up to 100 exactly: largest remainder, earlier part first. All zero: equal. */
export function scaledToWhole(rule: RuleDraft): RuleDraft {
  const sum = weightSum(rule);
  const exact = WEIGHT_PARTS.map((part) =>
    sum > 0 ? (rule.weights[part] * WHOLE) / sum : WHOLE / WEIGHT_PARTS.length,
  );
  const floors = exact.map(Math.floor);
  const rest = WHOLE - floors.reduce((total, floor) => total + floor, 0);
  const first = exact
    .map((value, i) => ({ i, remainder: value - floors[i] }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i)
    .slice(0, rest)
    .map(({ i }) => i);
  const weights = WEIGHT_PARTS.map((part, i) => [part, floors[i] + (first.includes(i) ? 1 : 0)]);
  return { ...rule, weights: Object.fromEntries(weights) as RuleDraft['weights'] };
}

export const isSameRule = (a: RuleDraft, b: RuleDraft): boolean =>
  a.by === b.by &&
  a.cutA === b.cutA &&
  a.cutB === b.cutB &&
  WEIGHT_PARTS.every((part) => a.weights[part] === b.weights[part]);

export type RuleFault = 'noWeight' | 'notWhole' | 'cutsCrossed';

/** Why a rule cannot be applied as it stands, or null. */
export function ruleFault(rule: RuleDraft): RuleFault | null {
  const sum = weightSum(rule);
  if (sum === 0) return 'noWeight';
  if (sum !== WHOLE) return 'notWhole';
  return rule.cutA > rule.cutB ? 'cutsCrossed' : null;
}
