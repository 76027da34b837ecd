import type { BgNbdFit } from './fitBgNbd';
import type { ParetoNbdFit } from './fitParetoNbd';

/** A fitted model of buying and leaving, of either kind. */
export type PurchaseModel = Omit<BgNbdFit, 'logLikelihood'> | Omit<ParetoNbdFit, 'logLikelihood'>;

/** Which of the two models it is: only BG/NBD has `a` and `b`. */
export const isBgNbd = (model: PurchaseModel): model is Omit<BgNbdFit, 'logLikelihood'> => 'a' in model;
