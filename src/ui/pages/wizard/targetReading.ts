import { readTarget } from '~/domain/numberTarget';
import { ok, type Result } from '~/domain/result';
import type { PlanProposal } from '~/domain/view';
import { numberEntry } from '~/state/numberEntry';
import type { Language } from '~/state/preferences';

export type BaseRow = PlanProposal['bases'][number];

export interface TargetReading {
  amount: number;
  /** Against the base; null where there is none to compare with. */
  growth: number | null;
}

/** What twelve months of a base are: its total, or the estimate where some of its months are unknown. */
export const yearOfBase = (base: BaseRow | null): number | null => base?.estimate ?? base?.total ?? null;

/** A typed target in minor units, read in single currency units, and what it means against a full year of the base. */
export function readPlanTarget(
  text: string,
  view: { base: number | null; minorUnit: number; language: Language },
): Result<TargetReading> {
  const { reading } = numberEntry({ unit: 'one', minorUnit: view.minorUnit, language: view.language });
  const read = readTarget(text, { ...reading, base: view.base });
  if (!read.ok) return read;
  const { amount } = read.value;
  return ok({ amount, growth: view.base !== null && view.base > 0 ? amount / view.base - 1 : null });
}

/** How many of a base's twelve months were sold, expected and are unknown. */
export function baseMonths(base: BaseRow): { known: number; forecast: number; unknown: number } {
  const { unknownMonths: unknown, forecastMonths: forecast } = base;
  return { known: 12 - unknown - forecast, forecast, unknown };
}
