import type { Step } from '~/domain/journal';
import type { Plan } from '~/domain/plan';
import type { ForecastView, HomeView } from '~/domain/view';
import type { PlanDocument } from '../document';
import type { FactCache } from '../facts';
import type { ViewCache } from './viewCache';

export interface HomeOptions {
  revision: number;
  /** The forecast of the whole company, null while there is none. */
  forecast: ForecastView | null;
  steps: readonly Step[];
  undone: ReadonlySet<number>;
  cache: ViewCache;
  facts: FactCache;
  /** True when a workbook or plan file was taken out of it. */
  shared?: boolean;
}

export function homeView(_document: PlanDocument, _plan: Plan, _options: HomeOptions): HomeView {
  throw new RangeError('not built yet');
}
