import type { FiscalYear } from '~/domain/calendar';
import type { CurrencyCode } from '~/domain/money';
import { monthIndexOf } from '~/domain/period';
import { workingCalendar, workingDays } from '~/domain/workingDays';
import type { View } from '~/engine/cube/index';
import { type FactTable, type NodeFacts, nodeFacts } from '~/engine/facts/index';
import { seasonProfile } from '~/engine/forecast/index';
import { isKnownMonth, type MonthCoverage } from './facts';

/** Month profiles of a plan year, and which one each view cell follows. Profile 0 is the company's. */
export interface MonthProfiles {
  profiles: Float64Array[];
  ofCell: Uint32Array;
  /** Whole years the company's profile rests on; 0 = working days only. */
  years: number;
  /** Spring Festival falls more than a week away from last year's date. */
  festivalMoved: boolean;
}

/** A node has enough history of its own with two whole years, sales in nine of ten months and this many order lines a month. */
const LEAST_LINES_A_MONTH = 20;
const DEEPEST = 2;

/**
 * Season profiles by the nearest node with enough history, never a customer's own order months; the company's where no
 * node below has enough, and working days where the company has less than a year.
 */
export function monthProfiles(
  view: View,
  options: { facts: FactTable; coverage: MonthCoverage | null; year: FiscalYear; festival: boolean },
): MonthProfiles {
  const { year, coverage } = options;
  const nodes = nodeFacts(view, options.facts);
  const even = workingDayProfile(year, options.festival ? 'CNY' : 'USD');
  const whole = coverage ? profileOf(nodes, 0, { ...options, coverage }) : null;
  const profiles = [whole?.shares ?? even];
  const ofCell = new Uint32Array(view.cells);
  if (coverage && whole) {
    const lines = orderLinesByNode(view, options.facts);
    const months = coverage.to - coverage.from + 1;
    for (let node = 1; node < view.count && view.depth[node] <= DEEPEST; node += 1) {
      if (months < 24 || lines[node] < months * LEAST_LINES_A_MONTH) continue;
      const own = profileOf(nodes, node, { ...options, coverage });
      if (!own) continue;
      profiles.push(own.shares);
      ofCell.fill(profiles.length - 1, view.firstCell[node], view.endCell[node]);
    }
  }
  return { profiles, ofCell, years: whole?.years ?? 0, festivalMoved: whole?.festivalMoved ?? false };
}

function profileOf(
  nodes: NodeFacts,
  node: number,
  options: { coverage: MonthCoverage; year: FiscalYear; festival: boolean },
): { shares: Float64Array; years: number; festivalMoved: boolean } | null {
  const { coverage, year } = options;
  const history: (number | null)[] = [];
  let sold = 0;
  for (let month = coverage.from; month <= coverage.to; month += 1) {
    const index = month - nodes.fromMonth;
    const value = index >= 0 && index < nodes.months ? nodes.amount[node * nodes.months + index] : 0;
    history.push(isKnownMonth(coverage, month) ? Math.max(0, value) : null);
    if (value > 0) sold += 1;
  }
  if (sold < history.length * 0.9) return null;
  return seasonProfile(history, {
    fromMonth: coverage.from,
    months: year.periods.map((period) => monthIndexOf(period.from)),
    festival: options.festival,
  });
}

function orderLinesByNode(view: View, facts: FactTable): Float64Array {
  const counts: FactTable = { ...facts, amount: [Float64Array.from(facts.orderLines)] };
  return nodeFacts(view, counts).amount;
}

/** Shares of the months by their working days: the season of a plan without history. */
export function workingDayProfile(year: FiscalYear, currency: CurrencyCode): Float64Array {
  const { periods } = year;
  const calendar = workingCalendar(currency === 'CNY' ? 'CN' : 'none', periods[0].from, periods[periods.length - 1].to);
  const days = Float64Array.from(periods, (period) => workingDays(calendar, period.from, period.to));
  const total = days.reduce((all, value) => all + value, 0);
  return days.map((value) => value / total);
}
