import type { ComplaintState } from '~/domain/serviceView';
import { COMPLAINT_STATES } from '~/domain/sourceTable';
import { NO_PACKAGE } from '~/engine/customers/index';
import { mergedMembers } from '../mergedMembers';
import { type Facts, factsOf } from '../sources/facts';
import type { ServiceScene } from './serviceScene';

/** Complaints in columns; NaN = blank. */
export interface ComplaintFacts {
  facts: Facts;
  /** Rows that have a day and came in up to the day that is asked for. */
  rows: number[];
  customer: Uint32Array;
  day: Float64Array;
  closed: Float64Array;
  /** The one that stands with it, else the day it came in and the days to close of its customer's package. */
  deadline: Float64Array;
  ownDeadline: Uint8Array;
  state: ComplaintState[];
}

/**
 * Complaints as they stand on the day of the scene. A day of closing closes it whatever its state says, if that day has come; a
 * complaint that says closed without a day is closed, and tells nothing about time.
 */
export function complaintFacts(scene: ServiceScene): ComplaintFacts {
  const { document, on, packages, packageAt } = scene;
  const facts = factsOf(document, 'complaints');
  const merged = mergedMembers(document, 'customer');
  const customer = Uint32Array.from(facts.code('customer'), (code) => merged?.[code] ?? code);
  const day = facts.number('day');
  const own = facts.number('deadline');
  const said = facts.text('state');
  const closed = Float64Array.from(facts.number('closed'), (end) => (end <= on ? end : Number.NaN));
  const deadline = Float64Array.from(own, (end, row) => {
    const at = packageAt[customer[row]] ?? NO_PACKAGE;
    return !Number.isNaN(end) || at === NO_PACKAGE ? end : day[row] + packages[at].closeDays;
  });
  const state = said.map(
    (word, row): ComplaintState =>
      Number.isNaN(closed[row]) ? (COMPLAINT_STATES.find((one) => one === word) ?? 'open') : 'closed',
  );
  const rows: number[] = [];
  for (let row = 0; row < facts.count; row += 1) if (day[row] <= on) rows.push(row);
  return {
    facts,
    rows,
    customer,
    day,
    closed,
    deadline,
    ownDeadline: Uint8Array.from(own, (end) => (Number.isNaN(end) ? 0 : 1)),
    state,
  };
}
