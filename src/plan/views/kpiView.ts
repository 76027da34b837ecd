import type { Day } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import type { KpiQuery, KpiView } from '~/domain/view';
import type { PlanDocument } from '../document';
import type { ViewCache } from './viewCache';

export function kpiView(
  _document: PlanDocument,
  _plan: Plan | null,
  _options: { query: KpiQuery; cache: ViewCache; today: Day },
): KpiView {
  throw new RangeError('not built yet');
}
