export type { DrawnEvent, SimulationEvent } from './drawEvent';
export { type LeafFactors, leafFactors, NO_FACTOR } from './leafFactors';
export { type LeafShape, leafShape } from './leafShape';
export { sharesOf } from './sharesOf';
export { type Outcomes, type SimulatedLeaves, type Simulation, type SimulationInput, simulate } from './simulate';
export { type SimulationStudy, studyYear, summaryOf } from './study';
export { type Swing, swingOf } from './swing';
