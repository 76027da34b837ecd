import type { Plan } from '~/domain/plan';
import type { ForecastView } from '~/domain/view';
import type { SeriesForecast } from '~/engine/forecast/index';
import type { PlanDocument } from '../document';
import type { ForecastRequest } from './forecastRequest';

export function forecastView(
  _document: PlanDocument,
  _plan: Plan | null,
  _options: { request: ForecastRequest; result: SeriesForecast },
): ForecastView {
  throw new RangeError('not built yet');
}
