import { createRandom } from '~/engine/numeric';

export interface SeriesShape {
  seed: number;
  length: number;
  period?: number;
  level?: number;
  /** Change per step. */
  slope?: number;
  /** Amplitude of the season as a share of the level. */
  season?: number;
  /** Standard deviation of the noise as a share of the level. */
  noise?: number;
}

/** A made-up series: (level + slope × t) × (1 + season × sine) × (1 + noise), positive for modest noise. */
export function seededSeries(shape: SeriesShape): number[] {
  const { seed, length, period = 12, level = 100, slope = 0, season = 0, noise = 0.05 } = shape;
  const random = createRandom(seed);
  return Array.from({ length }, (_, t) => {
    const swing = 1 + season * Math.sin((2 * Math.PI * t) / period);
    const error = random() + random() + random() + random() - 2;
    return (level + slope * t) * swing * (1 + noise * Math.sqrt(3) * error);
  });
}
