export { type Apportion, apportion } from './apportion';
export { createRandom, type Random } from './random';
export { stableSum } from './stableSum';
