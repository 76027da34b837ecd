export { DEAL_LOST, DEAL_OPEN, DEAL_WON, type DealTable, NO_STAGE, noSteps, type StageSteps } from './dealTable';
export { funnelCounts, outcomeAt, type StageCount } from './funnelCounts';
export { scaledOdds } from './scaledOdds';
export { shareQuantile } from './shareQuantile';
export { type StageHazards, stageHazards } from './stageHazards';
export { type StageVisits, stageVisits, VISIT_LOST, VISIT_STAYS, VISIT_WON } from './stageVisits';
export { stateOf, type WinPaths, winPaths } from './winPaths';
