export { amountAt, chanceOf, type Outcome, outcomeOf } from './outcome';
