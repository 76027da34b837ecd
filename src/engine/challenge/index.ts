export {
  type BalanceBy,
  type BalancedTargets,
  type BalanceMember,
  balanceTargets,
} from './balanceTargets';
export { type Concentration, concentrationOf } from './concentrationOf';
export { correlation } from './correlation';
export { type Dispersion, dispersion } from './dispersion';
export { type GroupRange, groupRange } from './groupRange';
export { type GrowthHistory, growthHistory } from './growthHistory';
export { amountWithChance, type Grounds, hardLimits, judgeTarget, type SupportRange, verdictOf } from './judgeTarget';
export { amountAt, chanceOf, type Outcome, outcomeOf } from './outcome';
export { type PlacedRest, placeRest } from './placeRest';
export { type SeasonDistance, seasonDistance } from './seasonDistance';
export { LEAST_TREND_MONTHS, type MonthAhead, type TrendRun, trendRun } from './trendRun';
