import type { MemberCode } from '~/domain/dimension';
import {
  type BalanceQuery,
  type BalanceRow,
  type BalanceView,
  TERRITORY_FIGURES,
  type TerritoryEffect,
  type TerritoryLoad,
} from '~/domain/territoryView';
import { evenness } from '~/engine/territories/index';
import { memberName, membersOf } from '../document';
import { isDepth } from '../pools';
import { orderCoverage } from './orderCoverage';
import { draftDay, ownersOfDraft, type TerritoryScene, targetBy } from './territoryScene';

/**
 * What every seller, or region, looks after on the day of a draft, and would after it: customers by tier, net sales of twelve
 * months, potential as far as it is known, the plan's target, hours a month by the service packages. A customer counts as a
 * whole for whoever it is with that day, past sales as well, so sums over all never change by moves. Shares of target
 * that would move are handed in (`effect`), as only the deed itself can tell them. *Unassigned* is a row of its own, last,
 * and no part of how even things are.
 */
export function territoryBalance(
  scene: TerritoryScene,
  query: BalanceQuery,
  effect: TerritoryEffect | null,
): BalanceView {
  const { document, plan, service } = scene;
  const { by } = query;
  const owners = ownersOfDraft(scene, query);
  const groupOf = by === 'seller' ? owners : { before: scene.region, after: scene.region };
  const targets = targetBy(document, plan, by);
  const before = loadsOf(scene, groupOf.before, targets);
  const after = loadsOf(scene, groupOf.after, targets);
  for (const { code, after: moved } of by === 'seller' ? (effect?.sellers ?? []) : []) {
    loadAt(after, code, scene, targets).target = moved;
  }
  const flows = flowsOf(scene, owners, by === 'seller' ? null : scene.region);
  const codes = new Set<MemberCode>([...(by === 'seller' ? scene.sellers : []), ...before.keys(), ...after.keys()]);
  const rows = [...codes].map(
    (code): BalanceRow => ({
      code,
      name: memberName(document, by, code),
      before: loadAt(before, code, scene, targets),
      after: loadAt(after, code, scene, targets),
      capacity: by === 'seller' && code !== 0 ? hoursThereAre(scene, code) : null,
      incoming: flows.incoming.get(code) ?? 0,
      outgoing: flows.outgoing.get(code) ?? 0,
    }),
  );
  rows.sort(
    (a, b) =>
      Number(a.code === 0) - Number(b.code === 0) || (b.before.sales ?? 0) - (a.before.sales ?? 0) || a.code - b.code,
  );
  // Who left carries nothing any more, so a seller of the past does not count among those who should carry alike.
  const carriers = rows.filter(({ code }) => code !== 0 && (by === 'region' || scene.sellers.includes(code)));
  const total = emptyLoad(scene, targets !== null);
  for (const { before: load } of rows) addLoad(total, load);
  return {
    on: scene.on,
    from: draftDay(scene, query),
    asOf: orderCoverage(document)?.asOf ?? null,
    rows,
    total,
    evenness: Object.fromEntries(
      TERRITORY_FIGURES.map((figure) => [
        figure,
        {
          before: evenness(carriers.map((row) => row.before[figure] ?? 0)),
          after: evenness(carriers.map((row) => row.after[figure] ?? 0)),
        },
      ]),
    ) as BalanceView['evenness'],
    sellers: scene.sellers.map((code) => ({ code, name: memberName(document, 'seller', code) })),
    regions: regionsOf(scene),
    potentialUnknown: scene.codes.length - total.potentialKnown,
    packages: service.packages.length,
    planned: plannedAs(scene),
  };
}

/** Whether moves can take targets along, and how: customers with lines of their own, or by their share of sales. */
function plannedAs({ document, plan }: TerritoryScene): BalanceView['planned'] {
  const { open } = document;
  if (!open || !plan) return 'none';
  if (!open.lines.dimensions.includes('seller')) return 'noSellers';
  if (!open.lines.dimensions.includes('customer')) return 'bySeller';
  return plan.pools.some((pool) => pool.dimension === 'customer' && isDepth(pool)) ? 'mixed' : 'byCustomer';
}

/** Regions that any customer is in, by name. */
function regionsOf({ document, codes, region }: TerritoryScene): BalanceView['regions'] {
  const order = new Intl.Collator('zh-CN', { numeric: true });
  return [...new Set(Array.from(codes, (code) => region[code]))]
    .filter((code) => code !== 0)
    .map((code) => ({ code, name: memberName(document, 'region', code) }))
    .sort((a, b) => order.compare(a.name, b.name) || a.code - b.code);
}

type Loads = Map<MemberCode, TerritoryLoad>;

function loadsOf(scene: TerritoryScene, groupOf: Uint32Array, targets: ReadonlyMap<MemberCode, number> | null): Loads {
  const loads: Loads = new Map();
  for (const customer of scene.codes) {
    const load = loadAt(loads, groupOf[customer], scene, targets);
    load.customers += 1;
    load.tiers[(scene.tier[customer] + 3) % 4] += 1;
    if (load.sales !== null) load.sales += scene.sales?.[customer] ?? 0;
    if (load.hours !== null) load.hours += scene.hours[customer];
    if (Number.isNaN(scene.potential[customer])) continue;
    load.potential = (load.potential ?? 0) + scene.potential[customer];
    load.potentialKnown += 1;
  }
  for (const code of targets?.keys() ?? []) loadAt(loads, code, scene, targets);
  return loads;
}

function loadAt(
  loads: Loads,
  code: MemberCode,
  scene: TerritoryScene,
  targets: ReadonlyMap<MemberCode, number> | null,
): TerritoryLoad {
  const known = loads.get(code);
  if (known) return known;
  const load = { ...emptyLoad(scene, false), target: targets?.get(code) ?? null };
  loads.set(code, load);
  return load;
}

const emptyLoad = ({ sales, service }: TerritoryScene, planned: boolean): TerritoryLoad => ({
  customers: 0,
  tiers: [0, 0, 0, 0],
  sales: sales ? 0 : null,
  potential: null,
  potentialKnown: 0,
  target: planned ? 0 : null,
  hours: service.packages.length > 0 ? 0 : null,
});

function addLoad(total: TerritoryLoad, load: TerritoryLoad): void {
  total.customers += load.customers;
  load.tiers.forEach((count, tier) => {
    total.tiers[tier] += count;
  });
  if (total.sales !== null) total.sales += load.sales ?? 0;
  if (load.potential !== null) total.potential = (total.potential ?? 0) + load.potential;
  total.potentialKnown += load.potentialKnown;
  if (total.target !== null) total.target += load.target ?? 0;
  if (total.hours !== null) total.hours += load.hours ?? 0;
}

/** Customers that come and go, by seller, or by region where they change hands inside of it. */
function flowsOf(
  { codes }: TerritoryScene,
  { before, after }: { before: Uint32Array; after: Uint32Array },
  within: Uint32Array | null,
) {
  const incoming = new Map<MemberCode, number>();
  const outgoing = new Map<MemberCode, number>();
  const add = (counts: Map<MemberCode, number>, code: MemberCode) => counts.set(code, (counts.get(code) ?? 0) + 1);
  for (const customer of codes) {
    if (before[customer] === after[customer]) continue;
    add(incoming, within ? within[customer] : after[customer]);
    add(outgoing, within ? within[customer] : before[customer]);
  }
  return { incoming, outgoing };
}

/** The seller's own hours a month, else those of everybody. */
function hoursThereAre({ document, service }: TerritoryScene, seller: MemberCode): number {
  const said = membersOf(document, 'seller').byCode[seller]?.attributes.hoursPerMonth;
  return typeof said === 'number' && said >= 0 ? said : service.settings.hoursPerMonth;
}
