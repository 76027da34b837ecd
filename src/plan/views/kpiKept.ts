import { monthIndexOfId } from '~/domain/forecastMonth';
import { monthIndexOf, monthPeriodAt } from '~/domain/period';
import type { SourceFacts } from '~/engine/kpi/index';
import type { PlanDocument } from '../document';
import { keptOf } from '../forecast/keptCases';
import { addressKey } from '../outlooks/salesTable';
import type { SourceNode } from './kpiSourceRows';
import { nodeSales } from './nodeSales';
import { orderCoverage } from './orderCoverage';

/**
 * What was kept of a node's forecasts (the final figures) against the months that have come whole since. Of two kept with equally
 * many months ahead the newer one counts. Nothing where none was kept of just this node, so that its KPIs stay folded.
 */
export function kpiKept(document: PlanDocument, { plan, at }: SourceNode): Pick<SourceFacts, 'kept'> {
  const coverage = orderCoverage(document);
  if (!plan || !coverage) return {};
  const key = addressKey(at);
  const found = keptOf(document, plan).flatMap(({ asOf, nodes }) => {
    const node = nodes.find((one) => addressKey(one.at) === key);
    const first = node ? monthIndexOfId(node.from) : null;
    return node && first !== null ? [{ base: monthIndexOf(asOf), first, final: node.final }] : [];
  });
  if (found.length === 0) return {};
  const { firstMonth, lastMonth, asOf } = coverage;
  const { whole } = nodeSales(document, plan, { at, firstMonth, months: lastMonth - firstMonth + 1 });
  const rows = new Map<string, { day: number; ahead: number; forecast: number; actual: number }>();
  for (const { base, first, final } of found) {
    final.forEach((forecast, h) => {
      const month = first + h;
      const actual = whole[month - firstMonth] ?? null;
      if (actual === null || month <= base) return;
      const ahead = month - base;
      rows.set(`${month}|${ahead}`, { day: monthPeriodAt(month).from, ahead, forecast, actual });
    });
  }
  const all = [...rows.values()];
  const column = (of: (row: (typeof all)[number]) => number) => Float64Array.from(all, of);
  return {
    kept: {
      asOf,
      day: column(({ day }) => day),
      ahead: column(({ ahead }) => ahead),
      forecast: column(({ forecast }) => forecast),
      actual: column(({ actual }) => actual),
    },
  };
}
