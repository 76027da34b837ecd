import type { ForecastComponents, ModelErrors, NodeForecast, OwnForecast } from '~/domain/forecastView';
import { monthIdAt } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import type { ForecastView } from '~/domain/view';
import { chanceOf, outcomeOf } from '~/engine/challenge/index';
import { memberName, membersOf, type PlanDocument } from '../document';
import { focusYear } from '../focusYear';
import { type ForecastRequest, OWN_HISTORY } from '../views/forecastRequest';
import { forecastView, planPath } from '../views/forecastView';
import { treeOf } from '../views/nodeFilters';
import { eventLines, outlierLines } from './eventLines';
import { eventsAt } from './eventsAt';
import { finalPoints } from './finalPoints';
import { overridesAt } from './overridesAt';
import type { NodeStudy } from './studyNode';

/**
 * Everything the page of a node shows: its forecast with what explains it, what people said of its months, what they expect
 * instead, and how far each model missed. Minor units.
 */
export function nodeForecast(
  document: PlanDocument,
  plan: Plan | null,
  { request, study, own }: { request: ForecastRequest; study: NodeStudy; own: OwnForecast | null },
): NodeForecast {
  const { at, history, fromMonth } = request;
  const view = forecastView(document, plan, { request, result: study.forecast });
  const overrides = plan ? overridesAt(document, plan, at) : new Map<string, never>();
  const monthsWhere = (test: (amount: number | null) => boolean) =>
    history.flatMap((amount, t) => (test(amount) ? [monthIdAt(fromMonth + t)] : []));
  return {
    view,
    errors: errorsOf(study),
    origins: study.backtest.origins,
    steps: study.backtest.steps,
    components: componentsOf(request, study),
    events: eventLines(document, eventsAt(document, plan, at), study.forecast.effects),
    proposals: outlierLines(document, request, study.outliers),
    overrides: [...overrides.values()].sort((a, b) => (a.month < b.month ? -1 : 1)),
    final: finalYear(document, plan, { request, view }),
    chance: chanceOfYear(view),
    own,
    gaps: monthsWhere((amount) => amount === null),
    negative: monthsWhere((amount) => amount !== null && amount < 0),
    ...likeness(document, plan, request),
  };
}

/** What the plan's year comes to with what people expect in place of the model; null where it has no total. */
function finalYear(
  document: PlanDocument,
  whole: Plan | null,
  { request, view }: { request: ForecastRequest; view: Pick<ForecastView, 'points' | 'year'> },
): number | null {
  if (!whole) return null;
  const overrides = overridesAt(document, whole, request.at);
  if (overrides.size === 0) return view.year.forecast;
  const plan = focusYear(whole, request.asOf);
  const { outlook } = planPath(document, plan, { at: request.at, points: finalPoints(view.points, overrides) });
  return outlook.mean[plan.periods.length - 1];
}

function chanceOfYear({ year }: ForecastView): number | null {
  const target = year.goal ?? year.target;
  const { forecast, lower, upper, level } = year;
  if (target === null || forecast === null || lower === null || upper === null) return null;
  return chanceOf(outcomeOf({ middle: forecast, lower, upper, level }), target);
}

function errorsOf({ backtest }: NodeStudy): ModelErrors[] {
  return backtest.rows.map(({ name, mase, wape, bias, coverage }) => ({ name, mase, wape, bias, coverage }));
}

function componentsOf({ fromMonth, history }: ForecastRequest, { forecast }: NodeStudy): ForecastComponents | null {
  const { level, season, holidays, events, remainder } = forecast.components;
  if (level.length === 0) return null;
  return {
    from: monthIdAt(fromMonth),
    known: history.length,
    level: [...level],
    season: [...season],
    holidays: [...holidays],
    events: [...events],
    remainder: Array.from(remainder, (amount) => (Number.isNaN(amount) ? null : amount)),
  };
}

/** Whom the node is said to be like, or that somebody could say so: a leaf with less than a year of its own. */
function likeness(
  document: PlanDocument,
  plan: Plan | null,
  { at, history, analogue }: ForecastRequest,
): Pick<NodeForecast, 'analogue' | 'newMember'> {
  const { forecastAnalogue } = document.records;
  const said = [...forecastAnalogue.values()].find(({ dimension, member }) => at[dimension] === member) ?? null;
  const leaf = Object.entries(at).find(
    ([dimension, code]) =>
      code !== 0 &&
      !treeOf(document, plan, dimension)?.parent.includes(code) &&
      membersOf(document, dimension).byCode[code] !== undefined,
  );
  return {
    analogue: said && {
      id: said.id,
      names: said.like.map((code) => memberName(document, said.dimension, code)),
      scale: said.scale,
      used: analogue?.id === said.id,
    },
    newMember: leaf && history.length < OWN_HISTORY ? { dimension: leaf[0], code: leaf[1] } : null,
  };
}
