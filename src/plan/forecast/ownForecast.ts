import type { OwnForecast } from '~/domain/forecastView';
import { type Day, monthIdAt, monthIndexOf } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import type { ForecastView } from '~/domain/view';
import type { PlanDocument } from '../document';
import { focusYear } from '../focusYear';
import { addressKey } from '../outlooks/salesTable';
import type { ForecastRequest } from '../views/forecastRequest';
import { planPath } from '../views/forecastView';
import { finalPoints } from './finalPoints';
import { nodeSeries } from './foretellNode';
import { type OwnCase, ownCases } from './ownCases';
import { ownRowsAt, wordsByMonth } from './ownRows';

/**
 * What sellers say of a node, month by month, what the plan's year comes to by it, and the months in which they can be judged
 * (`cases`, still without the model's own word). Null where they said nothing of the node.
 */
export function ownForecast(
  document: PlanDocument,
  whole: Plan | null,
  { request, view, today }: { request: ForecastRequest; view: Pick<ForecastView, 'points'>; today: Day },
): { own: OwnForecast; cases: OwnCase[] } | null {
  const { at } = request;
  const rows = ownRowsAt(document, whole, { at, on: today });
  if (rows.length === 0) return null;
  const words = wordsByMonth(document, whole, { rows, onlyBefore: false });
  const months = [...words]
    .sort(([a], [b]) => a - b)
    .map(([month, { amount, said }]) => ({ month: monthIdAt(month), amount, said }));
  return {
    own: {
      months,
      rows: rows.flatMap(({ key, month, said, scope }) =>
        addressKey(scope) === addressKey(at) ? [{ key, month: monthIdAt(month), said }] : [],
      ),
      ...ownYear(document, whole, { request, view, months }),
      judged: null,
    },
    cases: ownCases(wordsByMonth(document, whole, { rows, onlyBefore: true }), nodeSeries(request)),
  };
}

function ownYear(
  document: PlanDocument,
  whole: Plan | null,
  {
    request,
    view,
    months,
  }: { request: ForecastRequest; view: Pick<ForecastView, 'points'>; months: OwnForecast['months'] },
): Pick<OwnForecast, 'year' | 'spoken'> {
  if (!whole) return { year: null, spoken: 0 };
  const plan = focusYear(whole, request.asOf);
  const open = new Set(view.points.flatMap(({ period, actual }) => (actual === null ? [period] : [])));
  const inYear = new Set(plan.periods.flatMap(({ from, to }) => monthsTouched(from, to)));
  const said = new Map(
    months.flatMap((word) => (open.has(word.month) && inYear.has(word.month) ? [[word.month, word]] : [])),
  );
  if (said.size === 0) return { year: null, spoken: 0 };
  const { outlook } = planPath(document, plan, { at: request.at, points: finalPoints(view.points, said) });
  return { year: outlook.mean[plan.periods.length - 1], spoken: said.size };
}

const monthsTouched = (from: Day, to: Day): string[] => {
  const ids: string[] = [];
  for (let month = monthIndexOf(from); month <= monthIndexOf(to); month += 1) ids.push(monthIdAt(month));
  return ids;
};
