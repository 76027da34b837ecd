import type { Risk } from '~/domain/challenge';
import { monthIndexOfId } from '~/domain/forecastMonth';
import { type Issue, issue } from '~/domain/issue';
import { type Day, monthIndexOf } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import { textHash } from '~/domain/textHash';
import type { View } from '~/engine/cube/index';
import type { SimulationEvent } from '~/engine/simulation/index';
import type { OpenPlan, PlanDocument } from '../document';
import { leavesUnder } from './leavesUnder';

export interface RiskEvent {
  risk: Risk;
  /** Null where it does not count. */
  event: SimulationEvent | null;
  /** Chance × mean of its triangle, of the months still to come; minor units. */
  value: number;
}

/**
 * The risks of a plan as events of its year. Amounts are spread evenly over their months; months that are over or outside the
 * year are left out, as what came of them is known. At a node, an amount falls on the leaves by their targets, else equally.
 */
export function riskEvents(
  document: PlanDocument,
  open: OpenPlan,
  scene: { whole: Plan; year: Plan; asOf: Day | null; view: View },
): { risks: RiskEvent[]; issues: Issue[] } {
  const issues: Issue[] = [];
  const risks = [...document.records.risk.values()]
    .filter(({ plan }) => plan === scene.whole.id)
    .map((risk): RiskEvent => {
      const share = openShare(risk, scene);
      const fall = share > 0 ? leavesUnder(document, open, { ...scene, at: risk.at }) : null;
      if (share === 0) issues.push(issue('simulation/riskOver', { title: risk.title }));
      else if (!fall) issues.push(issue('simulation/riskNowhere', { title: risk.title }));
      if (!fall) return { risk, event: null, value: 0 };
      const [low, likely, high] = [risk.low, risk.likely, risk.high].map((amount) => amount * share);
      const key = Number.parseInt(textHash(risk.id), 36) | 0;
      return {
        risk,
        event: { key, chance: risk.chance, low, likely, high, ...fall },
        value: (risk.chance * (low + likely + high)) / 3,
      };
    });
  return { risks, issues };
}

/** Share of a risk's months that lie in the year and are not over. */
function openShare({ from, to }: Risk, { year, asOf }: { year: Plan; asOf: Day | null }): number {
  const [first, last] = [monthIndexOfId(from), monthIndexOfId(to)];
  if (first === null || last === null) return 0;
  const begin = monthIndexOf(year.periods[0].from);
  const end = monthIndexOf(year.periods[year.periods.length - 1].to);
  const next = asOf === null ? begin : monthIndexOf(asOf + 1);
  const months = Math.min(last, end) - Math.max(first, begin, next) + 1;
  return Math.max(0, months) / (last - first + 1);
}
