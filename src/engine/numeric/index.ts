export { type Apportion, apportion } from './apportion';
export { productError, shareQuotient, shareRemainder } from './exactProduct';
export { kthSmallest } from './kthSmallest';
export { createRandom, type Random } from './random';
export { splitWhole, type WholeParts } from './splitWhole';
export { type BlockSums, FIXED, type SpreadBlock, sumBlocks } from './spreadBlock';
export { spreadTotal } from './spreadTotal';
export { stableSum } from './stableSum';
export { wholeWeights } from './wholeWeights';
