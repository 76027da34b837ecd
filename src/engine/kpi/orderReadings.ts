import { covers } from './coverage';
import { windowOf } from './customerReadings';
import { countActive, netByCustomer } from './customerWindow';
import { ordersBetween, salesBetween } from './dayLedger';
import { countBreadth } from './orderCounts';
import { type Reading, ratioReading, without } from './reading';
import { comparableWindow, type Scene } from './scene';
import { unknownActual } from './targetReadings';

/** 单均额: net sales ÷ orders; returns lower the sales only. Judged against the same stretch of last year. */
export function averageOrderValue(scene: Scene): Reading {
  if (scene.actual === null) return without(unknownActual(scene));
  return ratioReading(scene.actual, ordersBetween(scene.ledger, scene.from, scene.end), {
    empty: 'noCases',
    limitAt: againstLastYear(
      scene,
      ({ from, to }) => salesBetween(scene.ledger, from, to) / ordersBetween(scene.ledger, from, to),
    ),
    noLimit: 'historyTooShort',
  });
}

/** Orders ÷ customers with positive sales; times the average order value it is the sales per customer. */
export function ordersPerCustomer(scene: Scene): Reading {
  if (!scene.known) return without(unknownActual(scene));
  const { facts, history } = scene.input;
  return ratioReading(
    ordersBetween(scene.ledger, scene.from, scene.end),
    countActive(scene.net(scene.from, scene.end)),
    {
      empty: 'noCases',
      limitAt: againstLastYear(
        scene,
        (window) =>
          ordersBetween(scene.ledger, window.from, window.to) /
          countActive(netByCustomer(facts, window, history.customers)),
      ),
      noLimit: 'historyTooShort',
    },
  );
}

/** Product groups bought per active customer over twelve months; the share with two or more stands beside it. */
export function productBreadth(scene: Scene): Reading {
  const { products, facts } = scene.input;
  if (!scene.known) return without(unknownActual(scene));
  if (!products || !facts.codes.product) return without('noSource');
  const { windowMonths } = scene.settings;
  const window = windowOf(scene, windowMonths);
  if (!covers(scene.coverage, window.from, window.to)) return without('historyTooShort');
  const read = (range: { from: number; to: number }) => {
    const active = scene.net(range.from, range.to);
    return { ...countBreadth(facts, { ...range, active }, products), active: countActive(active) };
  };
  const { pairs, wide, active } = read(window);
  return ratioReading(pairs, active, {
    empty: 'noCases',
    beside: { twoOrMore: active > 0 ? wide / active : null },
    limitAt: (limit) => {
      const before = windowOf(scene, windowMonths, 1);
      if (!covers(scene.coverage, before.from, before.to)) return null;
      const earlier = read(before);
      return earlier.active > 0 ? (limit * earlier.pairs) / earlier.active : null;
    },
    noLimit: 'historyTooShort',
  });
}

/** A limit as a multiple of the same figure over the same working days of last year; none where that is unknown. */
function againstLastYear(
  scene: Scene,
  figure: (window: { from: number; to: number }) => number,
): (limit: number) => number | null {
  return (limit) => {
    const window = comparableWindow(scene, 'lastYear');
    if (window.to < window.from || !covers(scene.coverage, window.from, window.to)) return null;
    const lastYear = figure(window);
    return Number.isFinite(lastYear) && lastYear > 0 ? limit * lastYear : null;
  };
}
