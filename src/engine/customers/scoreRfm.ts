import { codesWhere } from './codesWhere';
import type { CustomerFacts } from './customerFacts';
import { firstDayOfNew } from './firstDayOfNew';
import { scoreByCuts, valueCuts } from './valueCuts';

/** Below this many scored customers three classes per axis, from here on five. */
const FIVE_CLASSES_FROM = 500;
const NEW_MONTHS = 6;

/** none: no order up to the day · scored · new: first order under six months ago · lapsed: no order in the window. */
export const RFM_STATES = ['none', 'scored', 'new', 'lapsed'] as const;

export interface RfmOptions {
  /** Classes per axis; chosen by the number of customers when not given. */
  classes?: 3 | 5;
  /** Months since the first order under which a customer is new and unscored. */
  newMonths?: number;
  /** Group of each customer (type): cuts are made within groups. One group when not given. */
  typeOf?: Uint16Array;
}

export interface RfmScores {
  classes: 3 | 5;
  /** Index into RFM_STATES per customer. */
  state: Uint8Array;
  /** 1 … classes, higher is better; 0 where not scored. */
  recency: Uint8Array;
  frequency: Uint8Array;
  monetary: Uint8Array;
  scored: number;
  /** Customers and net sales per cell at (R − 1) × classes + (F − 1). */
  counts: Uint32Array;
  revenue: Float64Array;
}

/**
 * RFM scores and the recency × frequency matrix. Scores are cut by value, so equal values score the same, and no sort of
 * customers changes anything. Net sales of 0 or less score M = 1. Customers under six months are new and unscored, those
 * without an order in the window lapsed; both stay out of the cuts and the matrix. With one group only its own values
 * cut it; groups do not mix. Source: A. M. Hughes, Strategic Database Marketing (1994), with value cuts for rank cuts.
 */
export function scoreRfm(facts: CustomerFacts, options: RfmOptions = {}): RfmScores {
  const state = statesOf(facts, options.newMonths ?? NEW_MONTHS);
  const members = codesWhere(state, 1);
  const classes = options.classes ?? (members.length < FIVE_CLASSES_FROM ? 3 : 5);
  const scores: RfmScores = {
    classes,
    state,
    recency: new Uint8Array(facts.customers),
    frequency: new Uint8Array(facts.customers),
    monetary: new Uint8Array(facts.customers),
    scored: members.length,
    counts: new Uint32Array(classes * classes),
    revenue: new Float64Array(classes * classes),
  };
  for (const group of groupsOf(members, options.typeOf)) scoreGroup(scores, facts, group);
  for (let i = 0; i < members.length; i++) {
    const c = members[i];
    const cell = (scores.recency[c] - 1) * classes + scores.frequency[c] - 1;
    scores.counts[cell]++;
    scores.revenue[cell] += facts.monetary[c];
  }
  return scores;
}

function statesOf(facts: CustomerFacts, newMonths: number): Uint8Array {
  const newFrom = firstDayOfNew(facts.asOf, newMonths);
  const state = new Uint8Array(facts.customers);
  for (let c = 0; c < facts.customers; c++) {
    if (facts.any[c] === 0) continue;
    state[c] = facts.firstDay[c] >= newFrom ? 2 : facts.frequency[c] === 0 ? 3 : 1;
  }
  return state;
}

function groupsOf(members: Uint32Array, typeOf: Uint16Array | undefined): Uint32Array[] {
  if (!typeOf) return [members];
  const groups = new Map<number, number[]>();
  for (const c of members) {
    const group = groups.get(typeOf[c]);
    if (group) group.push(c);
    else groups.set(typeOf[c], [c]);
  }
  return [...groups.values()].map((group) => Uint32Array.from(group));
}

function scoreGroup(scores: RfmScores, facts: CustomerFacts, group: Uint32Array): void {
  const { classes } = scores;
  const values = new Float64Array(group.length);
  for (let i = 0; i < group.length; i++) values[i] = -facts.recencyDays[group[i]];
  const recencyCuts = valueCuts(values, classes);
  for (let i = 0; i < group.length; i++) values[i] = facts.frequency[group[i]];
  const frequencyCuts = valueCuts(values, classes);
  for (let i = 0; i < group.length; i++) values[i] = facts.monetary[group[i]];
  const monetaryCuts = valueCuts(values, classes);
  for (let i = 0; i < group.length; i++) {
    const c = group[i];
    scores.recency[c] = scoreByCuts(-facts.recencyDays[c], recencyCuts);
    scores.frequency[c] = scoreByCuts(facts.frequency[c], frequencyCuts);
    scores.monetary[c] = facts.monetary[c] > 0 ? scoreByCuts(facts.monetary[c], monetaryCuts) : 1;
  }
}
