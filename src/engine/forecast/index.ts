export { type Backtest, type BacktestOptions, type BacktestRow, backtest } from './backtest';
export { type ForecastManyOptions, forecastMany } from './forecastMany';
export { FORECAST_NOTES, type ForecastNote } from './forecastNote';
export { type ForecastModel, type ForecastOptions, forecastSeries, type SeriesForecast } from './forecastSeries';
export type { PredictionInterval } from './predictionIntervals';
