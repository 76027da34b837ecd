export { type BalanceMoves, type BalanceOptions, balanceMoves } from './balanceMoves';
export { evenness, type Spreading } from './evenness';
