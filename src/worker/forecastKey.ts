import type { PlanDocument } from '~/plan/document';
import type { ForecastRequest } from '~/plan/views/forecastRequest';

/** How every series of a plan is foretold. */
export const FORECAST_OPTIONS = { period: 12, levels: [0.5, 0.8, 0.95], seed: 1 };

/** What the forecast of a node depends on: orders, address, how far it goes, what people said of its months, and whom it learns from. */
export const forecastKey = (document: PlanDocument, request: ForecastRequest): string =>
  [
    document.factsVersion,
    JSON.stringify(request.at),
    request.horizon,
    JSON.stringify(request.events),
    `${request.seasonKin?.id ?? ''}|${request.liftKin?.id ?? ''}`,
    request.analogue ? JSON.stringify([request.analogue.scale, request.analogue.histories]) : '',
  ].join('|');
