import { type Day, weekdayOf } from '~/domain/period';
import type { DueGroup, DueQuery, DueRow, DueState, DueView } from '~/domain/serviceView';
import { isWorkingDay } from '~/domain/workingDays';
import { dueAfter, NO_PACKAGE } from '~/engine/customers/index';
import { memberName, membersOf } from '../document';
import { nameTest } from './nameIndex';
import { type ServiceScene, stageName, tierName } from './serviceScene';
import { lastVisit } from './serviceVisits';

const WEEK = 7;
const WEEKS_SHOWN = 4;

/** The next visit of one customer, before it is written out. */
interface Due {
  customer: number;
  row: number | null;
  due: Day;
  agreed: boolean;
  state: DueState;
}

/**
 * Who is to be visited when, of all customers with a package: the last visit plus the cadence, or the day that was agreed, moved
 * over days off and the seller's leave. A customer that was never visited is due at once. Visits after the day that is asked for
 * do not exist yet. The groups and the four weeks count everybody, whatever the filter.
 */
export function visitsDue(scene: ServiceScene, query: DueQuery): DueView {
  const all = dueOfAll(scene);
  const counts: DueView['counts'] = { overdue: 0, thisWeek: 0, later: 0, never: 0 };
  for (const { state } of all) counts[state] += 1;
  const matching = all.filter(matcher(scene, query));
  sortDue(scene, matching, query.sort);
  const first = Math.max(0, query.first);
  return {
    on: scene.on,
    rows: matching.slice(first, first + Math.max(0, query.count)).map((due) => rowOf(scene, due)),
    matching: matching.length,
    counts,
    strip: stripOf(scene, all),
    bySeller: groupsOf(scene, all, 'seller'),
    byRegion: groupsOf(scene, all, 'region'),
    byTier: tiersOf(scene, all),
  };
}

/** The next visit of every customer that has a package, by code. */
function dueOfAll(scene: ServiceScene): readonly Due[] {
  const known = kept.get(scene);
  if (known) return known;
  const made = readDue(scene);
  kept.set(scene, made);
  return made;
}

/** A list that is scrolled asks for the same again and again. */
const kept = new WeakMap<ServiceScene, Due[]>();

function readDue(scene: ServiceScene): Due[] {
  const { on, visits, packages, packageAt, seller, days } = scene;
  const all: Due[] = [];
  for (const customer of scene.codes) {
    if (packageAt[customer] === NO_PACKAGE) continue;
    const row = lastVisit(visits, customer, on);
    if (row === null) {
      all.push({ customer, row, due: days.moved(seller[customer], on), agreed: false, state: 'never' });
      continue;
    }
    const next = dueAfter(visits.day[row], visits.next[row], packages[packageAt[customer]].cadenceDays);
    const due = days.moved(seller[customer], next.day);
    const state = due < on ? 'overdue' : due < on + WEEK ? 'thisWeek' : 'later';
    all.push({ customer, row, due, agreed: next.agreed, state });
  }
  return all;
}

function matcher(scene: ServiceScene, query: DueQuery): (due: Due) => boolean {
  const named = nameMatcher(scene, query.search);
  return ({ customer, due, state }) =>
    (query.state === null || state === query.state) &&
    (query.tier === null || tierName(scene.tier[customer]) === query.tier) &&
    (query.seller === null || scene.seller[customer] === query.seller) &&
    (query.day === null || due === query.day) &&
    named(customer);
}

/** Every word must be found in the name, the aliases or the reading of the customer. */
export const nameMatcher = ({ document, reading }: ServiceScene, search: string): ((customer: number) => boolean) =>
  nameTest(membersOf(document, 'customer'), search, reading);

function sortDue(scene: ServiceScene, all: Due[], { by, descending }: DueQuery['sort']): void {
  const { document, figures, visits } = scene;
  const direction = descending ? -1 : 1;
  if (by === 'name' || by === 'seller') {
    const names = new Map<number, string>();
    const dimension = by === 'name' ? 'customer' : 'seller';
    const codeOf = ({ customer }: Due): number => (by === 'name' ? customer : scene.seller[customer]);
    for (const due of all) names.set(codeOf(due), memberName(document, dimension, codeOf(due)));
    const order = new Intl.Collator('zh-CN', { numeric: true });
    const rank = new Map(
      [...names].sort(([a, x], [b, y]) => order.compare(x, y) || a - b).map(([code], place) => [code, place]),
    );
    const place = (due: Due): number => rank.get(codeOf(due)) ?? 0;
    all.sort((a, b) => direction * (place(a) - place(b)) || a.due - b.due || a.customer - b.customer);
    return;
  }
  const key = ({ customer, due, row }: Due): number => {
    if (by === 'due') return due;
    if (by === 'tier') return scene.tier[customer] || 9;
    if (by === 'last') return row === null ? Number.NEGATIVE_INFINITY : visits.day[row];
    return figures?.facts.monetary[customer] ?? 0;
  };
  all.sort((a, b) => {
    const [x, y] = [key(a), key(b)];
    return (x === y ? 0 : direction * (x < y ? -1 : 1)) || a.due - b.due || a.customer - b.customer;
  });
}

function rowOf(scene: ServiceScene, { customer, row, due, agreed, state }: Due): DueRow {
  const { document, visits, on } = scene;
  return {
    customer,
    name: memberName(document, 'customer', customer),
    tier: tierName(scene.tier[customer]),
    stage: stageName(scene, customer),
    seller: scene.seller[customer],
    sellerName: memberName(document, 'seller', scene.seller[customer]),
    regionName: memberName(document, 'region', scene.region[customer]),
    cadenceDays: scene.packages[scene.packageAt[customer]].cadenceDays,
    last: row === null ? null : visits.day[row],
    result: row === null ? '' : visits.facts.text('result')[row],
    due,
    agreed,
    state,
    overdueDays: state === 'overdue' ? on - due : 0,
    sales12: scene.figures?.facts.monetary[customer] ?? 0,
  };
}

function stripOf({ on, days }: ServiceScene, all: readonly Due[]): DueView['strip'] {
  const monday = on - (weekdayOf(on) - 1);
  const strip = Array.from({ length: WEEK * WEEKS_SHOWN }, (_, i) => ({
    day: monday + i,
    due: 0,
    working: isWorkingDay(days.calendar, monday + i),
  }));
  for (const { due, state } of all) if (state !== 'overdue' && strip[due - monday]) strip[due - monday].due += 1;
  return strip;
}

/** Counts per seller or region, most overdue first. */
function groupsOf(scene: ServiceScene, all: readonly Due[], dimension: 'seller' | 'region'): DueGroup[] {
  const groups = new Map<number, DueGroup>();
  for (const { customer, state } of all) {
    const code = scene[dimension][customer];
    const group = groups.get(code) ?? {
      code,
      name: memberName(scene.document, dimension, code),
      customers: 0,
      overdue: 0,
      thisWeek: 0,
    };
    groups.set(code, count(group, state));
  }
  return [...groups.values()].sort((a, b) => b.overdue - a.overdue || b.customers - a.customers || a.code - b.code);
}

function tiersOf(scene: ServiceScene, all: readonly Due[]): DueView['byTier'] {
  const groups = [1, 2, 3, 0].map((tier) => ({
    tier: tierName(tier),
    name: tierName(tier) ?? '',
    customers: 0,
    overdue: 0,
    thisWeek: 0,
  }));
  for (const { customer, state } of all) count(groups[(scene.tier[customer] + 3) % 4], state);
  return groups.filter(({ customers }) => customers > 0);
}

function count<G extends { customers: number; overdue: number; thisWeek: number }>(group: G, state: DueState): G {
  group.customers += 1;
  if (state === 'overdue') group.overdue += 1;
  if (state === 'thisWeek') group.thisWeek += 1;
  return group;
}
