import type { At } from '~/domain/cell';
import type { ForecastEvent } from '~/domain/forecast';
import type { Plan } from '~/domain/plan';
import { type PlanDocument, workspaceOf } from '../document';
import { addressKey } from '../outlooks/salesTable';
import { nodeSales } from '../views/nodeSales';
import { orderCoverage } from '../views/orderCoverage';
import { holds } from './eventsAt';
import { type Kin, type KinSeries, kinOf } from './kin';
import { nodeEvents } from './nodeEvents';

/** As many series as lifts are learned from, those marked first. */
const MOST_KIN = 24;

/**
 * The user's other series in which promotions with an unknown lift were marked: what one's own history leaves open about a
 * promotion is drawn to what they did there. Neither the node itself nor parts of it are among them, as these say the same
 * twice. Null where there are none.
 */
export function liftKin(document: PlanDocument, plan: Plan | null, at: At): Kin | null {
  const all = markedSeries(document, plan);
  const series = all.filter((one) => !holds(document, plan, at, one.at));
  if (series.length === 0) return null;
  const festivals = (plan ?? workspaceOf(document))?.currency === 'CNY';
  return kinOf(
    series.map(({ own }) => own),
    festivals,
  );
}

interface MarkedSeries {
  at: At;
  own: KinSeries;
}

function markedSeries(document: PlanDocument, plan: Plan | null): MarkedSeries[] {
  const marks = [...document.records.forecastEvent.values()];
  const known = kept.get(document);
  // Marks are never written into: one that was changed is another one.
  const isSame =
    known?.version === document.factsVersion &&
    known.plan === plan?.id &&
    known.marks.length === marks.length &&
    known.marks.every((mark, i) => mark === marks[i]);
  if (known && isSame) return known.series;
  const series = gatherSeries(document, plan, marks);
  kept.set(document, { version: document.factsVersion, plan: plan?.id, marks, series });
  return series;
}

interface Kept {
  version: number;
  plan: string | undefined;
  marks: ForecastEvent[];
  series: MarkedSeries[];
}

const kept = new WeakMap<PlanDocument, Kept>();

function gatherSeries(document: PlanDocument, plan: Plan | null, marks: readonly ForecastEvent[]): MarkedSeries[] {
  const coverage = orderCoverage(document);
  if (!coverage) return [];
  const learned = marks.filter(
    ({ kind, decision, lift }) => kind === 'promotion' && decision === 'adjust' && lift === null,
  );
  const places = new Map(learned.map(({ at }) => [addressKey(at), at]));
  return [...places.values()].slice(0, MOST_KIN).flatMap((at): MarkedSeries[] => {
    const { firstMonth, lastMonth } = coverage;
    const { whole } = nodeSales(document, plan, { at, firstMonth, months: lastMonth - firstMonth + 1 });
    const start = whole.findIndex((amount) => amount !== null && amount !== 0);
    if (start < 0) return [];
    const values = Float64Array.from(whole.slice(start), (amount) => amount ?? Number.NaN);
    return [
      { at, own: { values, firstMonth: firstMonth + start, promotions: nodeEvents(document, plan, at).promotions } },
    ];
  });
}
