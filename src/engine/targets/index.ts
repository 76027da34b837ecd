export type { LeafChange, LeafEdit } from '../cube/index';
export { editSeries, type Series, type SeriesEdit } from './editSeries';
export {
  type Bounds,
  editTotal,
  editTotals,
  type GroupLimit,
  type HeldTotal,
  type TotalEdit,
  type TotalsEdit,
} from './editTotal';
export { applyInline, type InlineDelta, inlineDeltas } from './inlineDelta';
export { type LayOut, layOut } from './layOut';
export { clearLeaves, setHeld } from './leafState';
export { applyEdit, revertEdit } from './replayEdit';
export type { LeafLimits, SpreadMethod } from './spreadMethod';
