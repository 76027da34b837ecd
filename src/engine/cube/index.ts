export { type Accumulator, accumulate, accumulateInto, blankAccumulator, updateAccumulator } from './accumulator';
export { appendLines, removeTail } from './appendLines';
export { buildView, nodeRows } from './buildView';
export { columnByLine, fillColumnByLine } from './columnByLine';
export { type ColumnData, copyColumn, createColumn, HELD, SPOKEN } from './columnData';
export { createLineTable, type LineTableOptions } from './createLineTable';
export { findLine } from './findLine';
export { type LeafChange, type LeafEdit, newValues } from './leafEdit';
export { type CodeArray, GONE, type LineTable } from './lineTable';
export { mergeTail } from './mergeTail';
export {
  createNodeSums,
  createRunningTotals,
  markStale,
  type NodeSums,
  type RunningTotals,
  readNode,
} from './nodeSums';
export { type NodeTotals, nodeTotals } from './nodeTotals';
export { commonRows, overlap, selectionSize, unionRows } from './overlap';
export { type Rollup, rollup } from './rollup';
export { isRange, packRows, type Rows, rowCount, rowList, type Selection } from './rows';
export { selectionTotals } from './selectionTotals';
export { type LineFilter, selectLines } from './selectLines';
export { blankColumn, eachArray, ownPeriod, sharePeriod } from './sharedColumn';
export { NONE, type View, type ViewLevel } from './view';
