import { monthPeriodAt } from '~/domain/period';
import { type Reading, ratioReading, without } from './reading';
import type { Scene } from './scene';
import { type KeptSource, rowsWithin } from './sourceFacts';

/** Months that a bias is looked for in: of one month alone nobody can tell it from chance. */
const BIAS_MONTHS = 6;

/**
 * Σ actual less Σ |actual − forecast|, ÷ Σ actual, over the months of the period as they were foretold a month ahead; the same
 * three months ahead stands beside it. May be negative; null where no kept forecast speaks of the period. Kpi sheet.
 */
export function forecastAccuracy(scene: Scene): Reading {
  const source = scene.input.sources?.kept;
  if (!source) return without('noSource');
  const near = missed(source, { from: scene.from, to: scene.to, ahead: 1 });
  const far = missed(source, { from: scene.from, to: scene.to, ahead: 3 });
  return ratioReading(near.actual - near.absolute, near.actual, {
    empty: scene.running ? 'tooEarly' : 'noCases',
    asOf: source.asOf,
    beside: { threeAhead: far.actual > 0 ? (far.actual - far.absolute) / far.actual : null },
  });
}

/** Σ (forecast − actual) ÷ Σ actual a month ahead, over the six months to the end of the period: above 0 too high. Kpi sheet. */
export function forecastBias(scene: Scene): Reading {
  const source = scene.input.sources?.kept;
  if (!source) return without('noSource');
  const last = scene.month + scene.months - 1;
  const { from } = monthPeriodAt(last - BIAS_MONTHS + 1);
  const { signed, actual } = missed(source, { from, to: scene.to, ahead: 1 });
  return ratioReading(signed, actual, { empty: scene.running ? 'tooEarly' : 'noCases', asOf: source.asOf });
}

function missed(
  { day, ahead: steps, forecast, actual }: KeptSource,
  { from, to, ahead }: { from: number; to: number; ahead: number },
): { absolute: number; signed: number; actual: number } {
  const sums = { absolute: 0, signed: 0, actual: 0 };
  for (const row of rowsWithin(day, from, to)) {
    if (steps[row] !== ahead) continue;
    sums.absolute += Math.abs(forecast[row] - actual[row]);
    sums.signed += forecast[row] - actual[row];
    sums.actual += actual[row];
  }
  return sums;
}
