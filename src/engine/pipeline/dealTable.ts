/** How a deal stands. */
export const DEAL_OPEN = 0;
export const DEAL_WON = 1;
export const DEAL_LOST = 2;

/** A stage that is not known. */
export const NO_STAGE = -1;

/**
 * Deals in columns, as they stand on a day. Stages are places among the open stages in their order; days and amounts
 * are NaN where unknown, never 0.
 */
export interface DealTable {
  count: number;
  /** The day all of it is seen on. */
  asOf: number;
  /** Open stages there are. */
  stages: number;
  result: Uint8Array;
  /** Where an open deal is, and from where a lost one was lost; `NO_STAGE` where nobody said. */
  stage: Int16Array;
  created: Float64Array;
  /** Day it was won or lost. */
  closed: Float64Array;
  /** Day it came to its present stage; NaN where unknown. */
  entered: Float64Array;
  /** What it is or was worth, minor units. */
  worth: Float64Array;
  steps: StageSteps;
}

/** Steps of deals from stage to stage, each deal's by day: those of deal d are `start[d]` … `start[d + 1] − 1`. */
export interface StageSteps {
  start: Uint32Array;
  stage: Int16Array;
  day: Float64Array;
}

/** Nothing is known of steps. */
export const noSteps = (deals: number): StageSteps => ({
  start: new Uint32Array(deals + 1),
  stage: new Int16Array(0),
  day: new Float64Array(0),
});
