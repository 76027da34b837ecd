import type { Plan } from '~/domain/plan';
import { planYears } from '~/domain/planYears';
import type { View } from '~/engine/cube/index';
import type { FactTable } from '~/engine/facts/index';
import { workAround } from './baseFacts';
import type { PlanDocument } from './document';
import { monthCoverage } from './facts';
import { holidaysOf } from './holidays';
import { type MonthProfiles, monthProfiles, workingDayProfile } from './profiles';

/**
 * The season of every year of a plan by its own leaf periods, each year summing to 1, at the nearest node of a view with
 * enough history; working days where there are no facts.
 */
export function planSeason(document: PlanDocument, plan: Plan, view: View, facts: FactTable | null): MonthProfiles {
  const coverage = monthCoverage(document);
  const years = planYears(plan).map(({ year: name, first, last }): MonthProfiles => {
    const year = { calendar: plan.calendar, fiscalYear: name, periods: plan.periods.slice(first, last + 1) };
    const work = workAround(document, plan, year);
    const holidays = holidaysOf(document, plan);
    if (facts) return monthProfiles(view, { facts, coverage, year, work, holidays, festival: plan.currency === 'CNY' });
    const profiles = [workingDayProfile(year, work)];
    return { profiles, ofCell: new Uint32Array(view.cells), years: 0, festivalMoved: false };
  });
  // Which nodes have a profile of their own depends on history alone, so every year has the same ones.
  const profiles = years[0].profiles.map((_, i) => joined(years.map((season) => season.profiles[i])));
  return { ...years[0], profiles, festivalMoved: years.some(({ festivalMoved }) => festivalMoved) };
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
