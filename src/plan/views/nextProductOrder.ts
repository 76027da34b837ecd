import type { NextQuery } from '~/domain/nextProduct';
import { TIERS } from '~/engine/customers/index';
import type { NextStudy } from '../customers/nextStudy';
import { membersOf, type PlanDocument } from '../document';
import { namesWith, type Reading } from './nameIndex';

/** What the call list is read from, by customer code where not said otherwise. */
export interface NextScene {
  made: NextStudy;
  tier: Uint8Array;
  /** Seller of each customer. */
  owner: Uint32Array;
  lastDay: Int32Array;
  /** Chance of still buying; null where no model was fitted. */
  alive: Float64Array | null;
  reading: Reading | null;
}

/** Numbers of the calls (or rules) a query takes, in its order. */
export function nextOrder(document: PlanDocument, query: NextQuery, scene: NextScene): Uint32Array {
  return query.list === 'calls' ? callOrder(document, query, scene) : ruleOrder(document, query, scene);
}

function callOrder(document: PlanDocument, query: NextQuery, scene: NextScene): Uint32Array {
  const { source, study } = scene.made;
  const { advice, rules } = study;
  const customers = membersOf(document, 'customer');
  const products = membersOf(document, 'product');
  const found = query.search.trim() === '' ? null : namesWith(customers, query.search, scene.reading);
  const tier = query.tier === null ? null : TIERS.indexOf(query.tier) + 1;
  const codeOf = (k: number): number => source.customers[advice.customer[k]];
  const taken: number[] = [];
  for (let k = 0; k < advice.count; k += 1) {
    const code = codeOf(k);
    if (query.customer !== undefined && code !== query.customer) continue;
    if (query.seller !== null && scene.owner[code] !== query.seller) continue;
    if (tier !== null && scene.tier[code] !== tier) continue;
    if (query.item !== null && source.level.codes[advice.item[k]] !== query.item) continue;
    if (found && found[code] === 0) continue;
    taken.push(k);
  }
  const collator = new Intl.Collator('zh-CN', { numeric: true });
  const byName = (nameOf: (k: number) => string) => (a: number, b: number) => collator.compare(nameOf(a), nameOf(b));
  const byNumber = (figureOf: (k: number) => number) => (a: number, b: number) => known(figureOf(a), figureOf(b));
  const compare = {
    customer: byName((k) => customers.byCode[codeOf(k)]?.name ?? ''),
    item: byName((k) => products.byCode[source.level.codes[advice.item[k]]]?.name ?? ''),
    expected: byNumber((k) => advice.expected[k]),
    confidence: byNumber((k) => rules.confidence[advice.rule[k]]),
    lift: byNumber((k) => rules.lift[advice.rule[k]]),
    alive: byNumber((k) => scene.alive?.[codeOf(k)] ?? Number.NaN),
  };
  const { by, descending } = query.sort;
  return sorted(taken, by in compare ? compare[by as keyof typeof compare] : compare.expected, descending);
}

function ruleOrder(document: PlanDocument, query: NextQuery, { made, reading }: NextScene): Uint32Array {
  const { rules } = made.study;
  const { codes } = made.source.level;
  const found = query.search.trim() === '' ? null : namesWith(membersOf(document, 'product'), query.search, reading);
  const taken: number[] = [];
  for (let k = 0; k < rules.count; k += 1) {
    const sides = [rules.left[k], rules.also[k], rules.right[k]].map((item) => codes[item] ?? 0);
    if (query.item !== null && codes[rules.right[k]] !== query.item) continue;
    if (found && !sides.some((code) => found[code] === 1)) continue;
    taken.push(k);
  }
  const { by, descending } = query.sort;
  const column =
    by === 'lift' || by === 'together' || by === 'of' || by === 'support' || by === 'confidence'
      ? rules[by]
      : rules.confidence;
  return sorted(taken, (a, b) => known(column[a], column[b]), descending);
}

/** Rising; what nobody knows counts as least. */
const known = (a: number, b: number): number => (Number.isNaN(a) ? -1 : a) - (Number.isNaN(b) ? -1 : b);

const sorted = (rows: number[], compare: (a: number, b: number) => number, descending: boolean): Uint32Array =>
  Uint32Array.from(rows.sort((a, b) => (descending ? compare(b, a) : compare(a, b)) || a - b));
