import { createRandom } from '~/engine/numeric';
import type { CompetitionSeries } from '../../bench/overallWeightedAverage';

const KINDS = [
  'level',
  'wander',
  'trend',
  'damped',
  'seasonal',
  'strongSeason',
  'movingSeason',
  'break',
  'short',
] as const;
const HORIZON = 8;

/**
 * Made-up monthly and quarterly histories of the kinds that sales come in, `each` of a kind, with what came after: a level,
 * one that wanders, growth that lasts or dies away, seasons weak, strong and moving, a step in the level, and short ones.
 * Noise multiplies and has heavy tails; the same seed gives the same series.
 */
export function madeUpSeries(seed: number, each: number): CompetitionSeries[] {
  const random = createRandom(seed);
  const noise = (): number => {
    const bell = random() + random() + random() + random() - 2;
    return random() < 0.05 ? 3 * bell : bell;
  };
  return KINDS.flatMap((kind) =>
    Array.from({ length: each }, (_, i) => {
      const period = i % 2 === 0 ? 12 : 4;
      const known =
        kind === 'short' ? 2 * period + Math.floor(random() * period) : period * (4 + Math.floor(random() * 5));
      const sigma = 0.03 + 0.1 * random();
      const growth = kind === 'trend' ? 0.15 * (random() - 0.3) : kind === 'damped' ? 0.4 * (random() - 0.3) : 0;
      const swing =
        { seasonal: 0.12, strongSeason: 0.45, movingSeason: 0.3, short: 0.3, break: 0.2 }[kind as 'short'] ?? 0;
      const shape = Array.from({ length: period }, () => swing * noise());
      const step = kind === 'break' ? { at: Math.floor(known * (0.3 + 0.5 * random())), by: random() - 0.5 } : null;
      let log = 5 + 3 * random();
      const values = Array.from({ length: known + HORIZON }, (_, t) => {
        log += (growth / period) * (kind === 'damped' ? 0.95 ** t : 1);
        if (kind === 'wander') log += 0.05 * noise();
        if (t === step?.at) log += step.by;
        if (kind === 'movingSeason') shape[t % period] += 0.05 * noise();
        return Math.exp(log + shape[t % period] + sigma * noise());
      });
      return {
        id: `${kind}${i}`,
        period,
        group: kind,
        train: values.slice(0, known),
        test: values.slice(known),
      };
    }),
  );
}
