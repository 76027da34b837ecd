import type { TierRule } from '~/domain/record';
import type { CustomerColumn } from '~/domain/segmentation';

/** A rule that is being tried out: the record without its id. */
export type RuleDraft = Omit<TierRule, 'id'>;
export type MoreColumn = NonNullable<RuleDraft['more']>[number];

export const WEIGHT_PARTS = ['spend', 'frequency', 'recency', 'influence'] as const;

export type WeightPart = (typeof WEIGHT_PARTS)[number];

const WHOLE = 100;

/** Figures that are parts of every rule already, and those that are made of one. */
const TAKEN = ['sales12', 'frequency', 'recencyDays', 'score'];

/** Whether a column may be added to a rule: a number that is not in it yet. */
export const mayAdd = (rule: RuleDraft, column: CustomerColumn): boolean =>
  !(column.kind === 'figure' && TAKEN.includes(column.figure)) &&
  !(column.kind === 'attribute' && column.attribute === 'influence') &&
  !(rule.more ?? []).some((one) => JSON.stringify(one.column) === JSON.stringify(column));

const weightsOf = ({ weights, more = [] }: RuleDraft): number[] => [
  ...WEIGHT_PARTS.map((part) => weights[part]),
  ...more.map(({ weight }) => weight),
];

export const weightSum = (rule: RuleDraft): number => weightsOf(rule).reduce((sum, weight) => sum + weight, 0);

export const withWeight = (rule: RuleDraft, part: WeightPart, weight: number): RuleDraft => ({
  ...rule,
  weights: { ...rule.weights, [part]: weight },
});

/** The rule with another column at a place of its own; null takes it out. */
export function withMore(rule: RuleDraft, at: number, column: MoreColumn | null): RuleDraft {
  const all = [...(rule.more ?? [])];
  if (column === null) all.splice(at, 1);
  else all[at] = column;
  const { more: _more, ...rest } = rule;
  return all.length > 0 ? { ...rest, more: all } : rest;
}

/** Weights in the same proportion that add up to 100 exactly: largest remainder, earlier part first. All zero: equal. */
export function scaledToWhole(rule: RuleDraft): RuleDraft {
  const all = weightsOf(rule);
  const sum = weightSum(rule);
  const exact = all.map((weight) => (sum > 0 ? (weight * WHOLE) / sum : WHOLE / all.length));
  const floors = exact.map(Math.floor);
  const rest = WHOLE - floors.reduce((total, floor) => total + floor, 0);
  const first = exact
    .map((value, i) => ({ i, remainder: value - floors[i] }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i)
    .slice(0, rest)
    .map(({ i }) => i);
  const scaled = floors.map((floor, i) => floor + (first.includes(i) ? 1 : 0));
  const weights = Object.fromEntries(WEIGHT_PARTS.map((part, i) => [part, scaled[i]])) as RuleDraft['weights'];
  const more = rule.more?.map((column, i) => ({ ...column, weight: scaled[WEIGHT_PARTS.length + i] }));
  return { ...rule, weights, ...(more ? { more } : {}) };
}

/** The usual cuts of each way: the best fifth and half of the customers, 70 and 90 % of the sales, 70 and 40 points. */
export function withCutsBy(rule: RuleDraft, by: RuleDraft['by'], value: { a: number; b: number }): RuleDraft {
  const cuts = {
    customers: { cutA: 0.2, cutB: 0.5 },
    sales: { cutA: 0.7, cutB: 0.9 },
    score: { cutA: 70, cutB: 40 },
    value: { cutA: value.a, cutB: value.b },
  };
  return { ...rule, by, ...cuts[by] };
}

export const isSameRule = (a: RuleDraft, b: RuleDraft): boolean =>
  a.by === b.by &&
  a.cutA === b.cutA &&
  a.cutB === b.cutB &&
  (a.hysteresis ?? 0) === (b.hysteresis ?? 0) &&
  (a.capOverdue ?? false) === (b.capOverdue ?? false) &&
  JSON.stringify(a.more ?? []) === JSON.stringify(b.more ?? []) &&
  WEIGHT_PARTS.every((part) => a.weights[part] === b.weights[part]);

export type RuleFault = 'noWeight' | 'notWhole' | 'cutsCrossed';

/** Why a rule cannot be applied as it stands, or null. */
export function ruleFault(rule: RuleDraft): RuleFault | null {
  const sum = weightSum(rule);
  if (sum === 0) return 'noWeight';
  if (sum !== WHOLE) return 'notWhole';
  const isShare = rule.by === 'customers' || rule.by === 'sales';
  return (isShare ? rule.cutA > rule.cutB : rule.cutA < rule.cutB) ? 'cutsCrossed' : null;
}
