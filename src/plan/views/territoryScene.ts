import type { MemberCode } from '~/domain/dimension';
import type { Day } from '~/domain/period';
import { columnKey, type Plan, WORKING_TARGET } from '~/domain/plan';
import type { TerritoryDraft } from '~/domain/territoryView';
import { SPOKEN } from '~/engine/cube/index';
import { NO_PACKAGE, serviceNeed } from '~/engine/customers/index';
import { customerOwners } from '../customers/customerOwners';
import { plainColumn } from '../customers/plainColumn';
import { memberName, membersOf, type PlanDocument } from '../document';
import { sellerTest } from '../territories/readMoves';
import { type ServiceScene, serviceScene } from './serviceScene';
import type { ViewCache } from './viewCache';

/** What territories are read from. Arrays by customer code. */
export interface TerritoryScene
  extends Pick<ServiceScene, 'document' | 'plan' | 'on' | 'codes' | 'tier' | 'region' | 'figures'> {
  service: ServiceScene;
  /** Net sales of twelve months; null without orders. */
  sales: Float64Array | null;
  /** NaN = nobody has said. */
  potential: Float64Array;
  /** Hours a month. */
  hours: Float64Array;
  /** Who can carry customers on the day, in order of name; *unassigned* is none of them. */
  sellers: MemberCode[];
}

const DAYS_A_MONTH = 365 / 12;

/** Everything that balance, list and proposals of a day have in common. */
export function territoryScene(document: PlanDocument, options: { today: Day; cache: ViewCache }): TerritoryScene {
  const service = serviceScene(document, { ...options, on: null });
  const { codes, figures, packageAt, packages, on } = service;
  const potential = plainColumn({ document, ...options }, { kind: 'attribute', attribute: 'potential' });
  const hours = new Float64Array(membersOf(document, 'customer').next);
  for (const code of codes) {
    const at = packageAt[code];
    if (at !== NO_PACKAGE) hours[code] = serviceNeed({ days: DAYS_A_MONTH, ...packages[at] });
  }
  return {
    document,
    plan: service.plan,
    on,
    codes,
    tier: service.tier,
    region: service.region,
    figures,
    service,
    sales: figures ? figures.facts.monetary : null,
    potential: potential.kind === 'number' ? potential.values : new Float64Array(hours.length).fill(Number.NaN),
    hours,
    sellers: sellersOn(document, on),
  };
}

/** Sellers who are there on a day: neither archived nor gone, no team. */
function sellersOn(document: PlanDocument, on: Day): MemberCode[] {
  const { byCode } = membersOf(document, 'seller');
  const isSeller = sellerTest(document);
  const order = new Intl.Collator('zh-CN', { numeric: true });
  return byCode
    .flatMap((member) => {
      if (!member || member.code === 0 || !isSeller(member.code)) return [];
      const { left } = member.attributes;
      const last = Math.min(
        member.validTo ?? Number.POSITIVE_INFINITY,
        typeof left === 'number' ? left : Number.POSITIVE_INFINITY,
      );
      return last >= on ? [member.code] : [];
    })
    .sort((a, b) => order.compare(memberName(document, 'seller', a), memberName(document, 'seller', b)) || a - b);
}

/** The day a draft counts from: its own, else the one that lists are read on. */
export const draftDay = ({ on }: TerritoryScene, { from }: Pick<TerritoryDraft, 'from'>): Day => from ?? on;

/** Whose each customer is on the day of a draft, and would be after it. Moves of who is no customer say nothing. */
export function ownersOfDraft(
  scene: TerritoryScene,
  draft: TerritoryDraft,
): { before: Uint32Array; after: Uint32Array } {
  const before = customerOwners(scene.document, 'seller', draftDay(scene, draft));
  const after = before.slice();
  for (const { customer, seller } of draft.moves) if (customer < after.length) after[customer] = seller;
  return { before, after };
}

/** Working target of the open plan by member of one dimension of its lines, blank where nothing is planned; null where lines have none. */
export function targetBy(
  document: PlanDocument,
  plan: Plan | null,
  dimension: 'seller' | 'region',
): Map<MemberCode, number> | null {
  const { open } = document;
  const column = open?.columns.get(columnKey(WORKING_TARGET));
  const at = open?.lines.dimensions.indexOf(dimension) ?? -1;
  if (!open || !plan || !column || at < 0) return null;
  const codes = open.lines.codes[at];
  const sums = new Map<MemberCode, number>();
  for (let p = 0; p < plan.periods.length; p += 1) {
    for (let row = 0; row < open.lines.count; row += 1) {
      if ((column.state[p][row] & SPOKEN) === 0) continue;
      sums.set(codes[row], (sums.get(codes[row]) ?? 0) + column.value[p][row]);
    }
  }
  return sums;
}
