import type { AccuracyView, SellerRow } from '~/domain/forecastView';
import { issue } from '~/domain/issue';
import type { Day } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import { memberName, openedPlan } from '~/plan/document';
import { accuracyRows, type JudgedNode } from '~/plan/forecast/accuracyRows';
import { nodeSeries } from '~/plan/forecast/foretellNode';
import { keptCases, keptOf } from '~/plan/forecast/keptCases';
import { mainNodes } from '~/plan/forecast/mainNodes';
import { judgeWords, ownCases } from '~/plan/forecast/ownCases';
import { ownRows, ownRowsAt, wordsByMonth } from '~/plan/forecast/ownRows';
import { orderCoverage } from '~/plan/views/orderCoverage';
import { FORECAST_OPTIONS } from './forecastKey';
import { requestsOf, trialsOf } from './manyNodes';
import type { Session } from './session';
import type { ComputePool, TaskControl } from './tasks';

const MOST_NODES = 200;

interface Asked {
  control: TaskControl;
  today: Day;
}

/** How far forecasts missed, by node and by seller. */
export async function accuracyOf(open: Session, pool: ComputePool, asked: Asked): Promise<Result<AccuracyView>> {
  const { document } = open;
  const plan = openedPlan(document);
  if (!plan) return fail(issue('plan/notOpen'));
  const { nodes, cut } = mainNodes(document, plan, MOST_NODES);
  const kept = keptOf(document, plan);
  const found = requestsOf(
    document,
    plan,
    nodes.map(({ at }) => at),
  );
  const judged = found.flatMap((request, i): Omit<JudgedNode, 'tried'>[] => {
    if (!request) return [];
    const { at, fromMonth } = request;
    const { history } = nodeSeries(request);
    return [{ request, depth: nodes[i].depth, kept: keptCases(kept, { at, history, fromMonth, of: 'final' }) }];
  });
  const untried = judged.filter((node) => node.kept.length === 0).map(({ request }) => request);
  const trials = await trialsOf(open, pool, { requests: untried, of: 'cases', control: asked.control });
  if (!trials.ok) return trials;
  const tried = new Map(untried.map((request, i) => [request, trials.value[i].cases]));
  const sellers = await sellersOf(open, pool, { ...asked, plan });
  if (!sellers.ok) return sellers;
  const root = judged.find(({ request }) => Object.keys(request.at).length === 0);
  const asOf = orderCoverage(document)?.asOf ?? null;
  return ok({
    rows: accuracyRows(
      document,
      judged.map((node) => ({ ...node, tried: tried.get(node.request) ?? [] })),
    ),
    cut,
    sellers: sellers.value,
    kept: kept
      .map((one) => ({
        id: one.id,
        takenOn: one.takenOn,
        asOf: one.asOf,
        nodes: one.nodes.length,
        judged: root ? keptCases([one], { at: {}, ...seriesOf(root), of: 'final' }).length : 0,
      }))
      .reverse(),
    asOf: root ? asOf : null,
  });
}

const seriesOf = ({ request }: Omit<JudgedNode, 'tried'>) => ({
  history: nodeSeries(request).history,
  fromMonth: request.fromMonth,
});

/** Whose own forecast was better so far: the largest value added over the model first. */
async function sellersOf(
  open: Session,
  pool: ComputePool,
  { control, today, plan }: Asked & { plan: Plan },
): Promise<Result<SellerRow[]>> {
  const { document } = open;
  const codes = [...new Set(ownRows(document).map(({ seller }) => seller))].filter((code) => code !== 0);
  const found = requestsOf(
    document,
    plan,
    codes.map((seller) => ({ seller })),
  );
  const nodes = found.flatMap((request, i) => {
    if (!request) return [];
    const rows = ownRowsAt(document, plan, { at: request.at, on: today });
    const series = nodeSeries(request);
    return [
      { code: codes[i], series, cases: ownCases(wordsByMonth(document, plan, { rows, onlyBefore: true }), series) },
    ];
  });
  const made = await pool.run('ownWords', { nodes, options: FORECAST_OPTIONS }, control);
  if (!made.ok) return made;
  return ok(
    nodes
      .flatMap(({ code }, i): SellerRow[] => {
        const judged = judgeWords(made.value[i]);
        return judged ? [{ ...judged, code, name: memberName(document, 'seller', code) }] : [];
      })
      .sort((a, b) => (a.overModel ?? a.overNaive ?? 0) - (b.overModel ?? b.overNaive ?? 0)),
  );
}
