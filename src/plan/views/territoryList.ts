import type { MemberCode } from '~/domain/dimension';
import type { TerritoryCustomer, TerritoryListQuery, TerritoryListView } from '~/domain/territoryView';
import { memberName } from '../document';
import { nameMatcher } from './serviceDue';
import { tierName } from './serviceScene';
import { ownersOfDraft, type TerritoryScene } from './territoryScene';

/**
 * Customers with whose they are on the day of a draft and whose they would be, by windows. Filters look at who has them now,
 * so that a list does not run away under the hand that moves its rows.
 */
export function territoryList(
  scene: TerritoryScene,
  query: TerritoryListQuery & { first: number; count: number },
): TerritoryListView {
  const owners = ownersOfDraft(scene, query);
  const isNamed = nameMatcher(scene.service, query.search);
  const codes = scene.codes.filter(
    (customer) =>
      (query.seller === null || owners.before[customer] === query.seller) &&
      (query.region === null || scene.region[customer] === query.region) &&
      (query.tier === null || (tierName(scene.tier[customer]) ?? 'none') === query.tier) &&
      (!query.moved || owners.before[customer] !== owners.after[customer]) &&
      isNamed(customer),
  );
  const sorted = inOrder(scene, { codes, owners: owners.before, sort: query.sort });
  const first = Math.max(0, query.first);
  const rows = Array.from(sorted.subarray(first, first + Math.max(0, query.count)), (code) =>
    rowOf(scene, owners, code),
  );
  return { rows, matching: codes.length, customers: scene.codes.length, codes: sorted };
}

function rowOf(
  scene: TerritoryScene,
  { before, after }: { before: Uint32Array; after: Uint32Array },
  code: MemberCode,
): TerritoryCustomer {
  const { document, potential } = scene;
  const moves = before[code] !== after[code];
  return {
    code,
    name: memberName(document, 'customer', code),
    tier: tierName(scene.tier[code]),
    seller: before[code],
    sellerName: memberName(document, 'seller', before[code]),
    to: moves ? after[code] : null,
    toName: moves ? memberName(document, 'seller', after[code]) : '',
    regionName: memberName(document, 'region', scene.region[code]),
    sales: scene.sales?.[code] ?? 0,
    potential: Number.isNaN(potential[code]) ? null : potential[code],
    hours: scene.service.packages.length > 0 ? scene.hours[code] : null,
  };
}

const NAMES = { name: 'customer', seller: 'seller', region: 'region' } as const;

/** Blank comes last either way; ties by the order customers were made in. */
function inOrder(
  scene: TerritoryScene,
  {
    codes,
    owners,
    sort: { by, descending },
  }: { codes: Uint32Array; owners: Uint32Array; sort: TerritoryListQuery['sort'] },
): Uint32Array {
  const direction = descending ? -1 : 1;
  if (by === 'name' || by === 'seller' || by === 'region') {
    const order = new Intl.Collator('zh-CN', { numeric: true });
    const memberOf = (code: MemberCode) => (by === 'name' ? code : by === 'seller' ? owners[code] : scene.region[code]);
    const names = new Map<number, string>();
    for (const code of codes) names.set(memberOf(code), memberName(scene.document, NAMES[by], memberOf(code)));
    const ranked = [...names].sort(([a, x], [b, y]) => order.compare(x, y) || a - b);
    const rank = new Map(ranked.map(([member], place) => [member, place]));
    const place = (code: MemberCode): number => rank.get(memberOf(code)) ?? 0;
    return codes.slice().sort((a, b) => direction * (place(a) - place(b)) || a - b);
  }
  const key = (code: MemberCode): number => {
    if (by === 'tier') return scene.tier[code] || Number.NaN;
    if (by === 'potential') return scene.potential[code];
    return (by === 'sales' ? scene.sales?.[code] : scene.hours[code]) ?? 0;
  };
  return codes.slice().sort((a, b) => {
    const [x, y] = [key(a), key(b)];
    if (Number.isNaN(x) || Number.isNaN(y)) return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || a - b;
    return direction * (x - y) || a - b;
  });
}
