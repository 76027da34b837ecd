import { type ListColumn, RISKS } from '~/domain/customerList';
import type { MemberCode } from '~/domain/dimension';
import type { CustomerFiguresView, CustomerHead, OneCustomerView } from '~/domain/oneCustomer';
import { LIFECYCLE_STAGES } from '~/domain/segmentation';
import { TIERS } from '~/engine/customers/index';
import { customerCodes } from '../customers/customerCodes';
import { customerSilence } from '../customers/customerSilence';
import { customerWindow } from '../customers/customerWindow';
import { tierHistory } from '../customers/tierHistory';
import { membersOf } from '../document';
import { listColumn } from './customerListColumn';
import type { ListScene } from './customerListScene';
import { listTier } from './customerListStanding';
import { customerFactParts } from './oneCustomerFacts';
import { orderCountOf } from './oneCustomerOrders';
import { productsBought } from './oneCustomerProducts';
import { oneCustomerTrend } from './oneCustomerTrend';
import { orderCoverage } from './orderCoverage';

/** All that is known of one customer; null where there is no such customer, or it was merged or archived, or is a group of them. */
export function oneCustomerView(scene: ListScene, code: MemberCode): OneCustomerView | null {
  const { document, cache, today } = scene;
  if (!customerCodes(document).includes(code)) return null;
  const coverage = orderCoverage(document);
  const { products, count, stopped } = productsBought(document, cache, code);
  return {
    head: headOf(scene, code),
    asOf: coverage?.asOf ?? null,
    from: coverage ? customerWindow(coverage).from : null,
    figures: figuresOf(scene, code),
    trend: oneCustomerTrend(document, cache, code),
    products,
    productCount: count,
    stoppedCount: stopped,
    orderCount: coverage ? orderCountOf(document, cache, code) : 0,
    facts: customerFactParts(document, code, today),
  };
}

function headOf(scene: ListScene, code: MemberCode): CustomerHead {
  const { document } = scene;
  const member = membersOf(document, 'customer').byCode[code];
  const { tier, pinned } = listTier(scene);
  const text = (column: ListColumn, segmentation: string | null = null): string => {
    const { texts } = listColumn(scene, column, segmentation);
    return texts ? texts.texts[texts.codes[code]] : '';
  };
  const stage = listColumn(scene, 'stage', null).numbers?.[code] ?? Number.NaN;
  return {
    code,
    name: member?.name ?? '',
    aliases: member?.aliases ?? [],
    attributes: member?.attributes ?? {},
    tier: TIERS[tier[code] - 1] ?? null,
    pinned: pinned[code] === 1,
    pinReason: document.records.tierPin.get(`pin:${code}`)?.reason ?? '',
    tiers: tierHistory(document, code).map(({ on, tier: was, move, waiting, reason }) => ({
      on,
      tier: was,
      move,
      waiting,
      reason,
    })),
    segments: [...document.records.segmentation.values()].map(({ id, name }) => ({
      segmentation: name,
      class: text('segment', id),
    })),
    stage: LIFECYCLE_STAGES[stage - 1] ?? null,
    seller: text('seller'),
    region: text('region'),
    settlementMethod: text('settlementMethod'),
    salesMode: text('salesMode'),
  };
}

function figuresOf(scene: ListScene, code: MemberCode): CustomerFiguresView {
  const { document, cache } = scene;
  const number = (column: ListColumn): number | null => {
    const value = listColumn(scene, column, null).numbers?.[code] ?? Number.NaN;
    return Number.isNaN(value) ? null : value;
  };
  const asOf = orderCoverage(document)?.asOf ?? null;
  const since = number('firstOrderDays');
  const recencyDays = number('recencyDays');
  const interval = customerSilence(document, cache).interval[code];
  const risk = number('risk');
  return {
    sales12: number('sales12'),
    growth: number('growth'),
    orders: number('orders'),
    averageOrder: number('averageOrder'),
    recencyDays,
    share: number('share'),
    ...rankOf(scene, code),
    target: number('target'),
    attainment: number('attainment'),
    risk: risk === null ? null : (RISKS[risk] ?? null),
    interval: Number.isNaN(interval) ? null : interval,
    firstDay: asOf !== null && since !== null ? asOf - since : null,
    lastDay: asOf !== null && recencyDays !== null ? asOf - recencyDays : null,
    nextVisit: number('nextVisit'),
  };
}

/** Among customers with sales above 0. */
function rankOf(scene: ListScene, code: MemberCode): { rank: number | null; ranked: number } {
  const { numbers } = listColumn(scene, 'sales12', null);
  const own = numbers?.[code] ?? Number.NaN;
  let ranked = 0;
  let better = 0;
  for (const other of customerCodes(scene.document)) {
    const sales = numbers?.[other] ?? Number.NaN;
    if (!(sales > 0)) continue;
    ranked += 1;
    if (sales > own) better += 1;
  }
  return { rank: own > 0 ? better + 1 : null, ranked };
}
