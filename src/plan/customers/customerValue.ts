import type { ValueRule } from '~/domain/customerValue';
import type { ValuedCustomers } from '~/engine/customers/index';
import { membersOf, type PlanDocument } from '../document';
import type { ValueSource } from './valueInput';

/** A fit with what it was made from. */
export interface CustomerFit {
  rule: ValueRule;
  source: ValueSource;
  valued: ValuedCustomers;
}

/** Values by customer code; NaN = nobody knows (never bought, or no model). */
export interface CustomerValueColumns {
  rule: ValueRule;
  /** Chance of still buying, 0 … 1. */
  alive: Float64Array;
  /** Purchases expected within the rule's horizon, and what they are worth today in minor units. */
  purchases: Float64Array;
  worth: Float64Array;
}

interface Kept {
  version: number;
  fits: Map<string, CustomerFit>;
  /** The fit that was asked for last. */
  newest: CustomerFit | null;
  columns: CustomerValueColumns | null;
}

const kept = new WeakMap<PlanDocument, Kept>();
/** Models × horizons that somebody compares; more are made again. */
const MOST_FITS = 12;

const keyOf = ({ model, months, discount }: ValueRule): string => `${model}|${months}|${discount}`;

const freshly = (document: PlanDocument): Kept => {
  const known = kept.get(document);
  if (known?.version === document.factsVersion) return known;
  const fresh: Kept = { version: document.factsVersion, fits: new Map(), newest: null, columns: null };
  kept.set(document, fresh);
  return fresh;
};

/** The fit by this rule, if it was made since orders or customers changed. */
export function knownFit(document: PlanDocument, rule: ValueRule): CustomerFit | null {
  const state = freshly(document);
  const fit = state.fits.get(keyOf(rule)) ?? null;
  if (fit && fit !== state.newest) Object.assign(state, { newest: fit, columns: null });
  return fit;
}

/** Keeps a fit; `version` is the document's when its input was read: a later one makes it worthless. */
export function keepFit(document: PlanDocument, fit: CustomerFit, version: number): void {
  const state = freshly(document);
  if (state.version !== version) return;
  if (state.fits.size >= MOST_FITS) state.fits.clear();
  state.fits.set(keyOf(fit.rule), fit);
  Object.assign(state, { newest: fit, columns: null });
}

/**
 * What each customer is worth by the fit that was asked for last, by customer code; null until one was made since orders or
 * customers changed, or where no model could be fitted. Cheap: nothing is fitted here.
 */
export function customerValues(document: PlanDocument): CustomerValueColumns | null {
  const state = freshly(document);
  if (!state.newest?.valued.model) return null;
  state.columns ??= byCode(document, state.newest);
  return state.columns;
}

function byCode(document: PlanDocument, { rule, source, valued }: CustomerFit): CustomerValueColumns {
  const { code } = source.purchases;
  const spread = (rows: Float64Array): Float64Array => {
    const column = new Float64Array(membersOf(document, 'customer').next).fill(Number.NaN);
    for (let i = 0; i < code.length; i += 1) column[code[i]] = rows[i];
    return column;
  };
  return { rule, alive: spread(valued.alive), purchases: spread(valued.purchases), worth: spread(valued.worth) };
}
