import type { ComplaintGroup, ComplaintQuery, ComplaintRow, ComplaintView } from '~/domain/serviceView';
import { complaintDays, complaintsOnTime, lateDays } from '~/engine/customers/index';
import { memberName } from '../document';
import { wordsTest } from './listWindow';
import { type ComplaintFacts, complaintFacts } from './serviceComplaintFacts';
import { nameMatcher } from './serviceDue';
import type { ServiceScene } from './serviceScene';

/** The most rows of a group that are shown. */
const MOST_GROUPS = 12;

/**
 * Complaints as they stand on a day: what is overdue first, then by deadline, closed ones last; how long closing took, how many
 * were closed by their deadline, and who and what they are about. Without a deadline of its own the days to close of the customer's
 * package count; without either it is never overdue.
 */
export function complaintView(scene: ServiceScene, query: ComplaintQuery): ComplaintView {
  const all = complaintFacts(scene);
  const { facts, rows, state } = all;
  const isOverdue = (row: number): boolean => state[row] !== 'closed' && all.deadline[row] < scene.on;
  const matching = rows.filter(matcher(scene, { all, query, isOverdue }));
  matching.sort((a, b) => order(all, a) - order(all, b) || all.day[b] - all.day[a] || a - b);
  const { mean, median } = complaintDays(all, rows);
  const { due, onTime } = complaintsOnTime(all, rows, scene.on);
  const count = (one: ComplaintRow['state']): number => rows.filter((row) => state[row] === one).length;
  const first = Math.max(0, query.first);
  const product = facts.code('product');
  const group = (dimension: 'product' | 'seller' | 'customer', codeOf: (row: number) => number) =>
    groupsOf(scene, { all, isOverdue, dimension, codeOf });
  return {
    on: scene.on,
    asOf: facts.asOf,
    rows: matching.slice(first, first + Math.max(0, query.count)).map((row) => rowOf(scene, all, row)),
    matching: matching.length,
    counts: {
      open: count('open'),
      working: count('working'),
      closed: count('closed'),
      overdue: rows.filter(isOverdue).length,
    },
    meanDays: mean,
    medianDays: median,
    onTime: { closed: onTime, due },
    byProduct: group('product', (row) => product[row]),
    bySeller: group('seller', (row) => scene.seller[all.customer[row]] ?? 0),
    byCustomer: group('customer', (row) => all.customer[row]),
  };
}

/** Open ones by deadline, those without one after them, closed ones last. */
const order = ({ state, deadline }: ComplaintFacts, row: number): number =>
  state[row] === 'closed' ? 2e9 : Number.isNaN(deadline[row]) ? 1e9 : deadline[row];

function matcher(
  scene: ServiceScene,
  options: { all: ComplaintFacts; query: ComplaintQuery; isOverdue: (row: number) => boolean },
): (row: number) => boolean {
  const { all, query, isOverdue } = options;
  const named = nameMatcher(scene, query.search);
  const said = wordsTest(query.search, scene.reading);
  const [subject, owner] = [all.facts.text('subject'), all.facts.text('owner')];
  return (row) =>
    (query.state === null || (query.state === 'overdue' ? isOverdue(row) : all.state[row] === query.state)) &&
    (query.customer === null || all.customer[row] === query.customer) &&
    (named(all.customer[row]) ||
      said(subject[row], owner[row], memberName(scene.document, 'customer', all.customer[row])));
}

function rowOf({ document, seller, on }: ServiceScene, all: ComplaintFacts, row: number): ComplaintRow {
  const { facts, customer, deadline, closed } = all;
  const product = facts.code('product')[row];
  const orNull = (day: number): number | null => (Number.isNaN(day) ? null : day);
  return {
    key: facts.keys[row],
    number: facts.text('key')[row] || facts.keys[row],
    day: all.day[row],
    customer: customer[row],
    customerName: memberName(document, 'customer', customer[row]),
    product,
    productName: memberName(document, 'product', product),
    sellerName: memberName(document, 'seller', seller[customer[row]] ?? 0),
    subject: facts.text('subject')[row],
    owner: facts.text('owner')[row],
    state: all.state[row],
    deadline: orNull(deadline[row]),
    ownDeadline: all.ownDeadline[row] === 1,
    closed: orNull(closed[row]),
    lateDays:
      all.state[row] === 'closed' && Number.isNaN(closed[row])
        ? 0
        : lateDays({ deadline: deadline[row], closed: closed[row], on }),
  };
}

function groupsOf(
  { document }: ServiceScene,
  options: {
    all: ComplaintFacts;
    isOverdue: (row: number) => boolean;
    dimension: 'product' | 'seller' | 'customer';
    codeOf: (row: number) => number;
  },
): ComplaintGroup[] {
  const { all, isOverdue, dimension, codeOf } = options;
  const groups = new Map<number, number[]>();
  for (const row of all.rows) {
    const code = codeOf(row);
    const own = groups.get(code);
    if (own) own.push(row);
    else groups.set(code, [row]);
  }
  return [...groups]
    .map(([code, own]) => ({
      code,
      name: memberName(document, dimension, code),
      all: own.length,
      open: own.filter((row) => all.state[row] !== 'closed').length,
      overdue: own.filter(isOverdue).length,
      meanDays: complaintDays(all, own).mean,
    }))
    .sort((a, b) => b.all - a.all || b.overdue - a.overdue || a.code - b.code)
    .slice(0, MOST_GROUPS);
}
