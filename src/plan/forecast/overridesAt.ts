import type { At } from '~/domain/cell';
import type { ForecastOverride } from '~/domain/forecast';
import type { PeriodId } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import type { PlanDocument } from '../document';
import { addressKey } from '../outlooks/salesTable';

/** What people expect of a node of a plan instead of the model, by calendar month. Only what was said of this very node. */
export function overridesAt(document: PlanDocument, plan: Plan, at: At): Map<PeriodId, ForecastOverride> {
  const key = addressKey(at);
  const found = new Map<PeriodId, ForecastOverride>();
  for (const override of document.records.forecastOverride.values()) {
    if (override.plan === plan.id && addressKey(override.at) === key) found.set(override.month, override);
  }
  return found;
}
