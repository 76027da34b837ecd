export {
  assignTiers,
  type PreviousTiers,
  TIERS,
  type TierAssignment,
  type TierOptions,
} from './assignTiers';
export { type CustomerFacts, type CustomerFactsOptions, customerFacts, customerFactsOf } from './customerFacts';
export { midRankPercentiles } from './midRank';
export { RFM_STATES, type RfmOptions, type RfmScores, scoreRfm } from './scoreRfm';
export { TIER_PARTS, type TierPart, type TierScores, type TierWeights, tierScores } from './tierScores';
export { scoreByCuts, valueCuts } from './valueCuts';
