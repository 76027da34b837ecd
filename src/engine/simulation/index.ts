export type { DrawnEvent, SimulationEvent } from './drawEvent';
export { chanceOfTotal, quantileOf, sharesOf } from './drawn';
export { type LeafFactors, leafFactors, NO_FACTOR } from './leafFactors';
export { type LeafShape, leafShape } from './leafShape';
export { type Outcomes, type SimulatedLeaves, type Simulation, type SimulationInput, simulate } from './simulate';
export { type SimulationStudy, SUMMARY_SHARES, studyYear, summaryOf } from './study';
export { type Swing, swingOf } from './swing';
