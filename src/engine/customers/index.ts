export { AGEING_FROM, type Ageing, ageingOf, overdueOf } from './ageing';
export {
  assignTiers,
  type PreviousTiers,
  TIERS,
  type TierAssignment,
  type TierOptions,
} from './assignTiers';
export { ABILITY_WEIGHTS, type AbilityParts, abilityScore, proposedLimit } from './creditLimit';
export { type CustomerFacts, type CustomerFactsOptions, customerFacts, customerFactsOf } from './customerFacts';
export { midRankPercentiles } from './midRank';
export { paidOnTime, type SalesAndCash } from './paidOnTime';
export { RFM_STATES, type RfmOptions, type RfmScores, scoreRfm } from './scoreRfm';
export { TIER_PARTS, type TierPart, type TierScores, type TierWeights, tierScores } from './tierScores';
export { scoreByCuts, valueCuts } from './valueCuts';
