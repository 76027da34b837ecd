import { CHINESE_HOLIDAYS, holidayShare, type Promotion } from '~/engine/forecast';
import { createRandom, type Random } from '~/engine/numeric';

/** Nearly normal, variance 1. */
function normal(random: Random): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += random();
  return sum;
}

/** Eleven years from January 2015 of a trade with season, growth and Spring Festival: +35 % before it, −45 % after it. */
export function newYearSeries(seed: number): { values: number[]; firstMonth: number } {
  const random = createRandom(seed);
  const firstMonth = (2015 - 1970) * 12;
  const season = Array.from({ length: 12 }, () => 0.08 * normal(random));
  let level = Math.log(1e6);
  const values = Array.from({ length: 132 }, (_, t) => {
    level += 0.012 + 0.006 * normal(random);
    const { before, after } = holidayShare(CHINESE_HOLIDAYS[0], firstMonth + t);
    return Math.exp(level + season[t % 12] + 0.3 * before - 0.6 * after + 0.04 * normal(random));
  });
  return { values, firstMonth };
}

/** A monthly series with season, drift and 5 % noise, and the noise of each month in its unit. */
export function noise(seed: number): { values: number[]; sigma: number[] } {
  const random = createRandom(seed);
  const season = Array.from({ length: 12 }, () => 0.15 * normal(random));
  let level = Math.log(1000);
  const quiet = Array.from({ length: 60 + (seed % 4) * 12 }, (_, t) => {
    level += 0.004 + 0.005 * normal(random);
    return Math.exp(level + season[t % 12]);
  });
  return {
    values: quiet.map((value) => value * (1 + 0.05 * normal(random))),
    sigma: quiet.map((value) => 0.05 * value),
  };
}

/** Such a series with three months lifted by 30 %. */
export function promotedSeries(seed: number): { values: number[]; promotions: Promotion[]; lift: number } {
  const { values } = noise(seed);
  const random = createRandom(seed + 5000);
  const months = new Set<number>();
  while (months.size < 3) months.add(Math.floor(random() * values.length));
  for (const t of months) values[t] *= 1.3;
  return { values, promotions: [...months].map((t) => ({ id: `p${t}`, from: t, to: t, lift: null })), lift: 0.3 };
}

/** Launches of one range: a rise, a peak, a slow fall, each with its own size, pace and noise. */
export function launchSeries(seed: number, count: number): number[][] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const size = Math.exp(6 + 0.6 * normal(random));
    const pace = 3 + 0.5 * normal(random);
    return Array.from({ length: 18 }, (_, age) => {
      const rise = 1 - Math.exp(-(age + 1) / pace);
      return Math.round(100 * size * rise * Math.exp(-0.03 * age + 0.15 * normal(random)));
    });
  });
}

/** Seven years of series of one trade: a shared season with own turns, a drifting level and 8 % noise. */
export function kinSeries(seed: number, count: number): number[][] {
  const random = createRandom(seed);
  const shared = Array.from({ length: 12 }, () => 0.2 * normal(random));
  return Array.from({ length: count }, () => {
    const season = shared.map((value) => value + 0.05 * normal(random));
    let level = 7 + normal(random);
    return Array.from({ length: 84 }, (_, t) => {
      level += 0.003 + 0.02 * normal(random);
      return Math.exp(level + season[t % 12] + 0.08 * normal(random));
    });
  });
}
