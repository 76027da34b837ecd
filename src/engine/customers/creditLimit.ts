const DAYS_PER_MONTH = 30;

/**
 * What credit a customer should have: monthly sales with tax × months of terms × factor of the rating, in minor units, rounded to
 * the nearest one. Sales that are not positive, or none known (null), give null: there is nothing to go by. Our own rule of
 * thumb after `product.md` C5; terms and factors are the user's.
 */
export function proposedLimit(of: {
  monthlySales: number | null;
  taxRate: number;
  termsDays: number;
  factor: number;
}): number | null {
  const { monthlySales, taxRate, termsDays, factor } = of;
  if (monthlySales === null || !(monthlySales > 0)) return null;
  if (!(taxRate >= 0 && termsDays >= 0 && factor >= 0)) {
    throw new RangeError(`tax ${taxRate}, terms ${termsDays} and factor ${factor} must not be below 0`);
  }
  return Math.round(monthlySales * (1 + taxRate) * (termsDays / DAYS_PER_MONTH) * factor);
}

/** Parts of the ability score, each a share 0 … 1 where 1 is best, or null where it is not known. */
export interface AbilityParts {
  /** Paid by its due day, of what was due. */
  onTime: number | null;
  /** Not overdue, of the balance. */
  current: number | null;
  /** Sales now against the year before: 0 = gone, 0.5 = as before, 1 = doubled. */
  trend: number | null;
  /** Years of buying, five and more = 1. */
  relation: number | null;
}

/** Ours, editable nowhere yet: how a customer paid says most. */
export const ABILITY_WEIGHTS: Record<keyof AbilityParts, number> = { onTime: 40, current: 30, trend: 15, relation: 15 };

/**
 * How well a customer can pay, 0 … 100: the weighted mean of the parts that are known. Null unless a part about paying
 * (on time or not overdue) is known: sales alone say nothing about it.
 */
export function abilityScore(parts: AbilityParts): { score: number | null; missing: (keyof AbilityParts)[] } {
  const names = Object.keys(ABILITY_WEIGHTS) as (keyof AbilityParts)[];
  const missing = names.filter((name) => parts[name] === null);
  if (parts.onTime === null && parts.current === null) return { score: null, missing };
  let sum = 0;
  let weight = 0;
  for (const name of names) {
    const part = parts[name];
    if (part === null) continue;
    sum += ABILITY_WEIGHTS[name] * Math.min(1, Math.max(0, part));
    weight += ABILITY_WEIGHTS[name];
  }
  return { score: (100 * sum) / weight, missing };
}
