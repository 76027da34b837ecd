import { civilOf, dayOf, monthIndexOf, monthPeriodAt } from '~/domain/period';
import type { WorkloadRow, WorkloadView } from '~/domain/serviceView';
import { workingDays } from '~/domain/workingDays';
import { NO_PACKAGE, serviceCapacity, serviceNeed } from '~/engine/customers/index';
import { memberName, membersOf } from '../document';
import type { ServiceScene } from './serviceScene';

const MONTHS_PER_YEAR = 12;

/**
 * Hours that the agreed cadences ask of every seller per month, against the hours there are: the seller's own hours a month, or
 * those of the settings, times the working days of the month over those of a mean month of its year, less leave, and only on days
 * between joining and leaving. Customers without a package need none; *unassigned* needs hours and has none. From the month of
 * the day on; most overloaded first.
 */
export function serviceWorkload(scene: ServiceScene, months: number): WorkloadView {
  const { on, document } = scene;
  const span = Array.from({ length: Math.max(1, months) }, (_, i) => monthPeriodAt(monthIndexOf(on) + i));
  const load = new Map<number, { customers: number; perDay: number }>();
  for (const customer of scene.codes) {
    const at = scene.packageAt[customer];
    if (at === NO_PACKAGE) continue;
    const seller = scene.seller[customer];
    const own = load.get(seller) ?? { customers: 0, perDay: 0 };
    own.customers += 1;
    own.perDay += serviceNeed({ days: 1, ...scene.packages[at] });
    load.set(seller, own);
  }
  const { byCode } = membersOf(document, 'seller');
  const rows = [...load].map(([seller, { customers, perDay }]): WorkloadRow => {
    const said = byCode[seller]?.attributes.hoursPerMonth;
    const isOwn = typeof said === 'number' && said >= 0;
    const hoursPerMonth = seller === 0 ? 0 : isOwn ? said : scene.settings.hoursPerMonth;
    return {
      seller,
      name: memberName(document, 'seller', seller),
      customers,
      hoursPerMonth,
      own: isOwn,
      needed: span.map(({ from, to }) => perDay * (to - from + 1)),
      capacity: span.map(({ from, to }) => capacityOf(scene, { seller, hoursPerMonth, from, to })),
      leaveDays: span.map(({ from, to }) => scene.days.leaveDays(seller, from, to)),
    };
  });
  const excess = ({ needed, capacity }: WorkloadRow): number => sum(needed) - sum(capacity);
  rows.sort((a, b) => excess(b) - excess(a) || a.seller - b.seller);
  return {
    on,
    months: span.map(({ id, from, to }) => ({ id, workingDays: workingDays(scene.days.calendar, from, to) })),
    rows,
    total: {
      needed: span.map((_, m) => sum(rows.map(({ needed }) => needed[m]))),
      capacity: span.map((_, m) => sum(rows.map(({ capacity }) => capacity[m]))),
    },
  };
}

function capacityOf(
  { document, days }: ServiceScene,
  { seller, hoursPerMonth, from, to }: { seller: number; hoursPerMonth: number; from: number; to: number },
): number {
  const member = membersOf(document, 'seller').byCode[seller];
  const { joined, left } = member?.attributes ?? {};
  const first = Math.max(from, member?.validFrom ?? from, typeof joined === 'number' ? joined : from);
  const last = Math.min(to, member?.validTo ?? to, typeof left === 'number' ? left : to);
  const { year } = civilOf(from);
  const meanWorkingDays = workingDays(days.calendar, dayOf(year, 1, 1), dayOf(year, 12, 31)) / MONTHS_PER_YEAR;
  return serviceCapacity({
    hoursPerMonth,
    workingDays: workingDays(days.calendar, first, last),
    leaveDays: days.leaveDays(seller, first, last),
    meanWorkingDays,
  });
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
