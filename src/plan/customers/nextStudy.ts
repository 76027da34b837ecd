import type { NextRule } from '~/domain/nextProduct';
import type { BasketStudy } from '~/engine/customers/index';
import type { PlanDocument } from '../document';
import type { NextSource } from './nextInput';

/** Rules and advice with what they were made from. */
export interface NextStudy {
  rule: NextRule;
  source: NextSource;
  study: BasketStudy;
}

const kept = new WeakMap<PlanDocument, { version: number; studies: Map<string, NextStudy> }>();
const MOST_STUDIES = 6;

const keyOf = ({ by, level, months, least }: NextRule): string => `${by}|${level ?? ''}|${months}|${least}`;

/** What was found by this rule, if orders and members are still the same. */
export function knownStudy(document: PlanDocument, rule: NextRule): NextStudy | null {
  const state = kept.get(document);
  return state?.version === document.factsVersion ? (state.studies.get(keyOf(rule)) ?? null) : null;
}

/** Keeps a study; `version` is the document's when its input was read: a later one makes it worthless. */
export function keepStudy(document: PlanDocument, made: NextStudy, version: number): void {
  if (version !== document.factsVersion) return;
  const known = kept.get(document);
  const state = known?.version === version ? known : { version, studies: new Map<string, NextStudy>() };
  if (state.studies.size >= MOST_STUDIES) state.studies.clear();
  state.studies.set(keyOf(made.rule), made);
  kept.set(document, state);
}
