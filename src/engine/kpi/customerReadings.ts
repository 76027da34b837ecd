import { type Day, monthsBefore } from '~/domain/period';
import { covers } from './coverage';
import { compareWindows, type WindowComparison } from './customerWindow';
import { countRepeatBuyers } from './orderCounts';
import { type Reading, ratioReading, shareReading, without } from './reading';
import type { Scene } from './scene';
import { unknownActual } from './targetReadings';

const DAYS_PER_MONTH = 365.2425 / 12;
/** A window shorter than this many usual order intervals would call every slow buyer lost. */
const INTERVALS_PER_WINDOW = 3;
const TOP = 10;

/** Customers active in the window against the one before, with the bridge new + reactivated − lost. */
export function customerGrowth(scene: Scene): Reading {
  const compared = compare(scene);
  if ('reason' in compared) return compared;
  const { now, before, fresh, reactivated, lost } = compared;
  return ratioReading(now - before, before, {
    empty: 'noBase',
    beside: { new: fresh, reactivated, lost, now, before },
    notices: noticesOf(scene),
  });
}

/** Of the customers active in the window before, the share still active. */
export function retention(scene: Scene): Reading {
  const compared = compare(scene);
  if ('reason' in compared) return compared;
  return shareReading(compared.retained, compared.before, { notices: noticesOf(scene) });
}

/** 1 − retention, counted from the same customers. */
export function churn(scene: Scene): Reading {
  const compared = compare(scene);
  if ('reason' in compared) return compared;
  return shareReading(compared.lost, compared.before, { notices: noticesOf(scene) });
}

/** Sales now of the customers active before ÷ their sales then: net, and gross beside it. */
export function revenueRetention(scene: Scene): Reading {
  const compared = compare(scene);
  if ('reason' in compared) return compared;
  const { salesBefore, keptNet, keptGross, before } = compared;
  return ratioReading(keptNet, salesBefore, {
    empty: 'noCases',
    cases: before,
    beside: { gross: salesBefore > 0 ? keptGross / salesBefore : null },
    notices: noticesOf(scene),
  });
}

/** Customers who ordered on two days or more ÷ customers who ordered, over the window. */
export function repurchase(scene: Scene): Reading {
  const window = windowOf(scene);
  if (!scene.known) return without(unknownActual(scene));
  if (!covers(scene.coverage, window.from, window.to)) return without('historyTooShort');
  const { facts, history } = scene.input;
  const { buyers, repeat } = countRepeatBuyers(
    { facts, ledger: scene.ledger },
    { ...window, ripeBefore: window.to - (history.medianInterval ?? 0) + 1 },
    history.firstDay,
  );
  return shareReading(repeat, buyers, { notices: noticesOf(scene) });
}

/** Share of the largest customer in positive sales of twelve months; top 5, top 10 and HHI beside it. */
export function concentration(scene: Scene): Reading {
  if (!scene.known) return without(unknownActual(scene));
  const window = windowOf(scene, scene.settings.windowMonths);
  if (!covers(scene.coverage, window.from, window.to)) return without('historyTooShort');
  const largest = largestShares(scene.net(window.from, window.to));
  if (largest === null) return without('noCases');
  const { total, top, hhi, customers } = largest;
  const share = (n: number): number => top.slice(0, n).reduce((sum, net) => sum + net, 0) / total;
  return ratioReading(top[0], total, {
    empty: 'noCases',
    beside: { top1: share(1), top5: share(5), top10: share(TOP), hhi, customers },
  });
}

/** Length of the comparison window: twelve months, or three usual order intervals where that is longer. */
export function windowMonths(scene: Scene): number {
  const { medianInterval } = scene.input.history;
  const wide = medianInterval === null ? 0 : Math.ceil((INTERVALS_PER_WINDOW * medianInterval) / DAYS_PER_MONTH);
  return Math.max(scene.settings.windowMonths, wide);
}

/** The window that ends with the period (or the as-of day), `months` long; `back` windows earlier. */
export function windowOf(scene: Scene, months = windowMonths(scene), back = 0): { from: Day; to: Day } {
  const to = monthsBefore(scene.end, months * back);
  return { from: monthsBefore(scene.end, months * (back + 1)) + 1, to };
}

const noticesOf = (scene: Scene): Reading['notices'] =>
  windowMonths(scene) > scene.settings.windowMonths ? ['wideWindow'] : [];

/** The ten largest positive values in falling order, their sum with all others, and Σ share²; null without any. */
function largestShares(net: Float64Array): { total: number; top: number[]; hhi: number; customers: number } | null {
  const top: number[] = [];
  let total = 0;
  let squares = 0;
  let customers = 0;
  for (let c = 0; c < net.length; c++) {
    const value = net[c];
    if (!(value > 0)) continue;
    customers++;
    total += value;
    squares += value * value;
    if (top.length === TOP && value <= top[TOP - 1]) continue;
    let at = top.length === TOP ? TOP - 1 : top.length;
    for (; at > 0 && top[at - 1] < value; at--) top[at] = top[at - 1];
    top[at] = value;
  }
  return customers === 0 ? null : { total, top, hhi: squares / total ** 2, customers };
}

function compare(scene: Scene): WindowComparison | Reading {
  if (!scene.known) return without(unknownActual(scene));
  const now = windowOf(scene);
  const before = windowOf(scene, windowMonths(scene), 1);
  if (!covers(scene.coverage, before.from, now.to)) return without('historyTooShort');
  return compareWindows(scene.net(before.from, before.to), scene.net(now.from, now.to), {
    history: scene.input.history,
    from: now.from,
  });
}
