import type { Day } from '~/domain/period';
import { ratioOf } from '~/domain/ratio';
import type { ServeQuery, ServeReason, ServeRow, ServeView } from '~/domain/serviceView';
import { NO_PACKAGE } from '~/engine/customers/index';
import { customerWindow } from '../customers/customerWindow';
import { memberName } from '../document';
import { mergedMembers } from '../mergedMembers';
import { factsOf } from '../sources/facts';
import { orderCoverage } from './orderCoverage';
import { nameMatcher } from './serviceDue';
import { type CustomerMargin, marginOf, serviceMargin } from './serviceMargin';
import { type ServiceScene, tierName } from './serviceScene';

/** Hours of a visit that nobody wrote down, to a customer without a package (own value). */
const USUAL_HOURS = 1;
const YEAR_DAYS = 365;

/**
 * What it costs to serve each customer against what it brings, over the twelve months to the last complete day of the orders:
 * hours of its visits (written down, else those of the package) × cost of an hour, the yearly cost of its package, and its
 * complaints; against net sales and margin. A figure that cannot be told is blank with its reason, never 0. First come those that
 * cost without buying, then those that cost more than their margin.
 */
export function costToServe(scene: ServiceScene, query: ServeQuery): ServeView {
  const coverage = orderCoverage(scene.document);
  const window = coverage ? customerWindow(coverage) : { from: scene.on - YEAR_DAYS + 1, to: scene.on };
  const margins = serviceMargin(scene.document, window);
  const complaints = complaintsBetween(scene, window);
  const all: ServeRow[] = [];
  for (const customer of scene.codes) {
    const row = rowOf(scene, { customer, window, margins, complaints: complaints[customer] });
    if (row.sales !== 0 || row.visits > 0 || row.complaints > 0 || (row.cost ?? 0) > 0) all.push(row);
  }
  all.sort((a, b) => rank(b) - rank(a) || excess(b) - excess(a) || b.sales - a.sales || a.customer - b.customer);
  const named = nameMatcher(scene, query.search);
  const matching = all.filter(
    (row) =>
      (query.tier === null || row.tier === query.tier) && (!query.aboveOnly || rank(row) > 0) && named(row.customer),
  );
  const first = Math.max(0, query.first);
  return {
    ...window,
    rows: matching.slice(first, first + Math.max(0, query.count)),
    matching: matching.length,
    above: all.filter((row) => rank(row) > 0).length,
    byTier: ([1, 2, 3, 0] as const).flatMap((tier) => tierSum(all, tierName(tier))),
    reason: margins.reason ?? (scene.settings.hourCost === 0 ? 'noHourCost' : null),
  };
}

function rowOf(
  scene: ServiceScene,
  source: { customer: number; window: { from: Day; to: Day }; margins: CustomerMargin; complaints: number },
): ServeRow {
  const { customer, window, margins, complaints } = source;
  const { document, visits, packages, packageAt, settings } = scene;
  const agreed = packageAt[customer] === NO_PACKAGE ? null : packages[packageAt[customer]];
  let made = 0;
  let hours = 0;
  for (let i = visits.start[customer]; i < visits.start[customer + 1]; i += 1) {
    const row = visits.rows[i];
    if (visits.day[row] < window.from || visits.day[row] > window.to) continue;
    made += 1;
    hours += Number.isNaN(visits.hours[row]) ? (agreed?.hoursPerVisit ?? USUAL_HOURS) : visits.hours[row];
  }
  const isKnown = hours === 0 || settings.hourCost > 0;
  const cost = isKnown
    ? Math.round(hours * settings.hourCost) + (agreed?.costPerYear ?? 0) + complaints * settings.complaintCost
    : null;
  const sales = margins.sales[customer];
  const { margin, reason } = marginOf(margins, customer);
  return {
    customer,
    name: memberName(document, 'customer', customer),
    tier: tierName(scene.tier[customer]),
    visits: made,
    hours,
    complaints,
    cost,
    sales,
    margin,
    share: cost === null ? null : ratioOf(cost, sales),
    reason: whyBlank(cost, reason, sales),
  };
}

const whyBlank = (cost: number | null, margin: ServeReason | null, sales: number): ServeReason | null =>
  cost === null ? 'noHourCost' : (margin ?? (sales > 0 ? null : 'noSales'));

/** 2 = costs and buys nothing, 1 = costs more than its margin, 0 = neither, or not known. */
const rank = ({ cost, sales, margin }: ServeRow): number =>
  cost === null || cost <= 0 ? 0 : sales <= 0 ? 2 : margin !== null && cost > margin ? 1 : 0;

const excess = ({ cost, margin, share }: ServeRow): number =>
  cost === null ? Number.NEGATIVE_INFINITY : margin === null ? (share ?? 0) : cost - margin;

function tierSum(all: readonly ServeRow[], tier: ServeRow['tier']): ServeView['byTier'] {
  const own = all.filter((row) => row.tier === tier);
  if (own.length === 0) return [];
  const total = (read: (row: ServeRow) => number | null): number | null => {
    let sum = 0;
    for (const row of own) {
      const value = read(row);
      if (value === null) return null;
      sum += value;
    }
    return sum;
  };
  const cost = total((row) => row.cost);
  const sales = own.reduce((sum, row) => sum + row.sales, 0);
  return [
    {
      tier,
      customers: own.length,
      cost,
      sales,
      margin: total((row) => row.margin),
      share: cost === null ? null : ratioOf(cost, sales),
    },
  ];
}

function complaintsBetween({ document, tier }: ServiceScene, { from, to }: { from: Day; to: Day }): Uint32Array {
  const facts = factsOf(document, 'complaints');
  const merged = mergedMembers(document, 'customer');
  const [day, customer] = [facts.number('day'), facts.code('customer')];
  const count = new Uint32Array(tier.length);
  for (let row = 0; row < facts.count; row += 1) {
    if (day[row] >= from && day[row] <= to) count[merged?.[customer[row]] ?? customer[row]] += 1;
  }
  return count;
}
