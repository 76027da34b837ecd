export { ALIKE_REASONS, type AlikeGroup, type AlikeOptions, type AlikeReason, alikeNames } from './alikeNames';
export { bareName, digitsOf, nameCore } from './nameCore';
export { linesByMonth, type OutlyingLine, outlyingLines } from './outlyingAmounts';
