export { bucketOfDay, bucketsOfSpan, cutsOfSpans, type DaySpan } from './dayCuts';
export { buildFacts, type FactOptions, type FactTable } from './factTable';
export { type NodeFacts, nodeFacts } from './nodeFacts';
export { rowSums } from './rowSums';
export { type MonthShares, partOfMonth, sharesOfPeriods } from './sharesOfPeriods';
