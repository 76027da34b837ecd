import type { Day } from '~/domain/period';
import { NO_PACKAGE, serviceRhythm } from '~/engine/customers/index';
import type { SourceFacts } from '~/engine/kpi/index';
import type { PlanDocument } from '../document';
import { kpiSourceRows, type SourceNode } from './kpiSourceRows';
import { nodeFilters } from './nodeFilters';
import type { ServiceScene } from './serviceScene';

/** Hours of a visit that nobody wrote down, to a customer without a package (own value). */
const USUAL_HOURS = 1;

/**
 * The visits that were due to the node's customers by the packages of today, and whether they were made in time; what visits and
 * packages cost. Known where there are visits and packages. The rhythm of a customer begins on the first day of the source, or
 * with its first order where that is later. A seller or region is that of the customer.
 */
export function kpiVisits(
  document: PlanDocument,
  node: SourceNode,
  service: () => ServiceScene,
): Pick<SourceFacts, 'visits'> {
  const found = kpiSourceRows(document, 'visits', node);
  if (!found || document.records.servicePackage.size === 0) return {};
  const scene = service();
  const inside = customersInside(scene, node);
  if (!inside) return {};
  const { visits, packages, packageAt, settings, days } = scene;
  const start = firstDay(visits.day);
  const due: number[] = [];
  const done: number[] = [];
  let packagesPerYear = 0;
  for (const customer of scene.codes) {
    if (!inside(customer) || packageAt[customer] === NO_PACKAGE) continue;
    const { cadenceDays, costPerYear } = packages[packageAt[customer]];
    packagesPerYear += costPerYear;
    const rows = visits.rows.subarray(visits.start[customer], visits.start[customer + 1]);
    const ordered = scene.figures?.facts.any[customer] === 1 ? scene.figures.facts.firstDay[customer] : start;
    const rhythm = serviceRhythm({
      days: Float64Array.from(rows, (row) => visits.day[row]),
      agreed: Float64Array.from(rows, (row) => visits.next[row]),
      start: Math.max(start, ordered),
      cadenceDays,
      until: found.asOf,
      moved: (day) => days.moved(scene.seller[customer], day),
    });
    for (const one of rhythm) {
      due.push(one.due);
      done.push(one.done === null ? -1 : one.done ? 1 : 0);
    }
  }
  const customers = found.facts.code('customer');
  const hoursOf = (row: number): number => {
    const at = packageAt[customers[row]] ?? NO_PACKAGE;
    if (!Number.isNaN(visits.hours[row])) return visits.hours[row];
    return at === NO_PACKAGE ? USUAL_HOURS : packages[at].hoursPerVisit;
  };
  return {
    visits: {
      asOf: found.asOf,
      due: Float64Array.from(due),
      done: Int8Array.from(done),
      made: {
        day: Float64Array.from(found.rows, (row) => visits.day[row]),
        cost: Float64Array.from(found.rows, (row) => hoursOf(row) * settings.hourCost),
      },
      packagesPerYear: settings.hourCost > 0 ? packagesPerYear : null,
    },
  };
}

/** Which customers belong to the node; null where customers cannot be told apart by it. */
function customersInside(scene: ServiceScene, { plan, at }: SourceNode): ((customer: number) => boolean) | null {
  const filters = nodeFilters(scene.document, plan, at);
  if (filters.some(({ dimension }) => !['customer', 'seller', 'region'].includes(dimension))) return null;
  return (customer) =>
    filters.every(({ dimension, inside }) => {
      const code =
        dimension === 'customer' ? customer : dimension === 'seller' ? scene.seller[customer] : scene.region[customer];
      return inside[code] === 1;
    });
}

function firstDay(days: ArrayLike<number>): Day {
  let first = Number.POSITIVE_INFINITY;
  for (let row = 0; row < days.length; row += 1) if (days[row] < first) first = days[row];
  return first;
}
