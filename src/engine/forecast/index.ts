export { type AnalogueHistory, type FirstMonths, type FirstMonthsOptions, firstMonths } from './analogues/firstMonths';
export { type Analogue, forecastNewcomer, type NewcomerOptions } from './analogues/forecastNewcomer';
export { type Backtest, type BacktestOptions, type BacktestRow, backtest } from './backtest';
export { type CompletedYear, completeYear, type YearToComplete } from './completeYear';
export type { SeriesComponents } from './components/seriesComponents';
export { CHINESE_HOLIDAYS } from './events/chineseHolidays';
export type { EventEffects, HolidayEffect, PromotionEffect } from './events/eventEffects';
export {
  type EventForecast,
  type EventForecastOptions,
  forecastWithEvents,
  type OutlierDecision,
} from './events/forecastWithEvents';
export { historyEffects } from './events/historyEffects';
export { type HolidayShare, holidayShare } from './events/holidayShare';
export type { HolidayTable } from './events/holidayTable';
export { learnEffects } from './events/learnEffects';
export { poolLifts } from './events/poolLifts';
export type { PooledLift, Promotion } from './events/promotion';
export { type OutlierOptions, type OutlierProposal, proposeOutliers } from './events/proposeOutliers';
export { type ForecastManyOptions, forecastMany } from './forecastMany';
export { FORECAST_NOTES, type ForecastNote } from './forecastNote';
export { type ForecastModel, type ForecastOptions, forecastSeries, type SeriesForecast } from './forecastSeries';
export { isSeasonal } from './isSeasonal';
export { type DemandPattern, demandPattern } from './models/demandPattern';
export { naiveScale } from './naiveScale';
export { type PathErrors, pathErrors } from './pathErrors';
export { forecastPooled, type PooledForecastOptions } from './pooled/forecastPooled';
export { type HistoryToPool, type PooledSeason, poolSeasons } from './pooled/poolSeasons';
export type { PredictionInterval } from './predictionIntervals';
export { oneStepErrors } from './reconcile/oneStepErrors';
export { type Reconciled, type ReconcileOptions, reconcile } from './reconcile/reconcile';
export { RECONCILE_METHODS, type ReconcileMethod } from './reconcile/reconcileMethod';
export type { SummingStructure } from './reconcile/summingStructure';
export { treeStructure } from './reconcile/treeStructure';
export { type WholeTreeOptions, wholeTree } from './reconcile/wholeTree';
export { type SeasonalIndexOptions, seasonalIndices } from './seasonalIndices';
export { type SeasonProfile, type SeasonProfileOptions, seasonProfile } from './seasonProfile';
