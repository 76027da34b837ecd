export { type AbcClasses, type AbcOptions, abcClasses } from './abcClasses';
export { AGEING_FROM, type Ageing, ageingOf, overdueOf } from './ageing';
export {
  assignTiers,
  type PreviousTiers,
  TIERS,
  type TierAssignment,
  type TierOptions,
} from './assignTiers';
export { type AdviceOptions, type BasketAdvice, basketAdvice } from './basketAdvice';
export { type BasketLines, type BasketLists, basketLists } from './basketLists';
export { type BasketRules, basketRules, MOST_ITEMS, NO_ITEM, type RuleOptions } from './basketRules';
export { type BasketStudy, basketStudy, STUDY_STEPS, type StudyInput, type StudyLines } from './basketStudy';
export { type BoughtLines, basketWorth } from './basketWorth';
export { columnFacts, type OrderColumns } from './columnFacts';
export { ABILITY_WEIGHTS, type AbilityParts, abilityScore, proposedLimit } from './creditLimit';
export { type CustomerDays, customerDays } from './customerDays';
export { type CustomerFacts, type CustomerFactsOptions, customerFacts, customerFactsOf } from './customerFacts';
export { type LifecycleDay, type LifecycleOptions, lifecycle } from './lifecycle';
export { midRankPercentiles } from './midRank';
export { paidOnTime, type SalesAndCash } from './paidOnTime';
export { type ParetoPoint, paretoCurve } from './paretoCurve';
export { RFM_GROUPS, type RfmGroup, type RfmGroups, rfmGroups } from './rfmGroups';
export { RFM_STATES, type RfmOptions, type RfmScores, scoreRfm } from './scoreRfm';
export { serviceCapacity, serviceNeed } from './serviceCapacity';
export { type Complaints, complaintDays, complaintsOnTime, lateDays } from './serviceComplaints';
export { NO_PACKAGE, servicePackageOf } from './servicePackageOf';
export { type DueVisit, dueAfter, type RhythmOptions, serviceRhythm } from './serviceRhythm';
export { csatOf, isValidAnswer, latestAnswers, npsOf, type Score, type SurveyAnswers, scaleOf } from './serviceScores';
export { type PointScale, tierPoints } from './tierPoints';
export {
  TIER_PARTS,
  type TierBasis,
  type TierColumn,
  type TierPart,
  type TierScores,
  type TierWeights,
  tierBasis,
  tierScores,
  weighTiers,
} from './tierScores';
export {
  type CustomerPurchases,
  customerPurchases,
  DAYS_PER_UNIT,
  type PurchaseOptions,
} from './value/customerPurchases';
export { expectedMonetary, populationMonetary } from './value/expectedMonetary';
export { expectedPurchases } from './value/expectedPurchases';
export { type BgNbdFit, fitBgNbd } from './value/fitBgNbd';
export { fitGammaGamma, type GammaGammaFit, type MoneyHistory } from './value/fitGammaGamma';
export { fitParetoNbd, type ParetoNbdFit } from './value/fitParetoNbd';
export { type HoldOut, type HoldOutOptions, holdOut } from './value/holdOut';
export { type LifetimeOptions, lifetimeValue } from './value/lifetimeValue';
export { probabilityAlive } from './value/probabilityAlive';
export { FIT_REFUSALS, type FitRefusal, type PurchaseHistory } from './value/purchaseHistory';
export { isBgNbd, type PurchaseModel } from './value/purchaseModel';
export { type RepeatClass, repeatClasses } from './value/repeatClasses';
export { type RepeatCounts, repeatCounts } from './value/repeatCounts';
export { VALUE_STEPS, type ValuedCustomers, type ValueInput, valueCustomers } from './value/valueCustomers';
export { scoreByCuts, valueCuts } from './valueCuts';
