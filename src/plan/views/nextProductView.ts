import type { BoughtTogether, CallRow, NextQuery, NextView } from '~/domain/nextProduct';
import { TIERS } from '~/engine/customers/index';
import { isNarrow } from '../customers/nextInput';
import type { NextStudy } from '../customers/nextStudy';
import { membersOf, type PlanDocument } from '../document';
import { type NextScene, nextOrder } from './nextProductOrder';
import { boughtTogether } from './nextProductRules';
import { orderCoverage } from './orderCoverage';

/** What customers may buy next: the calls to make or the rules behind them, with what both can be narrowed by. */
export function nextProductView(document: PlanDocument, query: NextQuery, scene: NextScene | null): NextView {
  const { by, level, months, least } = query;
  const head = { ...EMPTY, rule: { by, level, months, least } };
  if (!scene) return head;
  const { made } = scene;
  const { source, study } = made;
  const isCalls = query.list === 'calls';
  const order = nextOrder(document, query, scene);
  const shown = Array.from(order.slice(query.first, query.first + query.count));
  return {
    ...head,
    asOf: orderCoverage(document)?.asOf ?? null,
    levels: source.levels.map((own) => ({ id: own.id, items: own.codes.length, tooWide: !isNarrow(own) })),
    level: source.level.id,
    items: source.level.codes.length,
    baskets: study.baskets,
    rules: study.rules.count,
    ...totalsOf(made),
    sellers: narrowings(
      document,
      'seller',
      callsBy(scene, (k) => scene.owner[source.customers[study.advice.customer[k]]]),
    ),
    advised: narrowings(
      document,
      'product',
      callsBy(scene, (k) => source.level.codes[study.advice.item[k]]),
    ),
    calls: isCalls ? shown.map((k) => callRow(document, scene, k)) : [],
    together: isCalls ? [] : shown.map((k) => boughtTogether(document, made, k)),
    matching: order.length,
  };
}

/** One call with its reason in full. */
export function callRow(document: PlanDocument, scene: NextScene, k: number): CallRow {
  const { source, study } = scene.made;
  const code = source.customers[study.advice.customer[k]];
  const why: BoughtTogether = boughtTogether(document, scene.made, study.advice.rule[k]);
  const nameOf = (dimension: string, member: number): string =>
    membersOf(document, dimension).byCode[member]?.name ?? '';
  const alive = scene.alive?.[code] ?? Number.NaN;
  return {
    customer: code,
    name: nameOf('customer', code),
    tier: scene.tier[code] > 0 ? TIERS[scene.tier[code] - 1] : null,
    seller: nameOf('seller', scene.owner[code] ?? 0),
    lastDay: scene.lastDay[code],
    item: why.right,
    expected: Math.round(study.advice.expected[k]),
    alive: Number.isNaN(alive) ? null : alive,
    why,
  };
}

const EMPTY: Omit<NextView, 'rule'> = {
  asOf: null,
  levels: [],
  level: null,
  items: 0,
  baskets: 0,
  rules: 0,
  called: 0,
  expected: 0,
  sellers: [],
  advised: [],
  calls: [],
  together: [],
  matching: 0,
};

/** The best advice of each customer comes first: what can be sold with one call each. */
function totalsOf({ study }: NextStudy): Pick<NextView, 'called' | 'expected'> {
  const { advice } = study;
  let called = 0;
  let expected = 0;
  for (let k = 0; k < advice.count; k += 1) {
    if (k > 0 && advice.customer[k] === advice.customer[k - 1]) continue;
    called += 1;
    expected += advice.expected[k];
  }
  return { called, expected: Math.round(expected) };
}

function callsBy({ made }: NextScene, memberOf: (k: number) => number | undefined): Map<number, number> {
  const calls = new Map<number, number>();
  for (let k = 0; k < made.study.advice.count; k += 1) {
    const member = memberOf(k) ?? 0;
    calls.set(member, (calls.get(member) ?? 0) + 1);
  }
  return calls;
}

/** Members with calls, those with most first; *unassigned* narrows nothing. */
function narrowings(document: PlanDocument, dimension: string, calls: Map<number, number>): NextView['sellers'] {
  const { byCode } = membersOf(document, dimension);
  return [...calls]
    .filter(([code]) => code !== 0 && byCode[code] !== undefined)
    .map(([code, count]) => ({ code, name: byCode[code]?.name ?? '', calls: count }))
    .sort((a, b) => b.calls - a.calls || a.code - b.code);
}
