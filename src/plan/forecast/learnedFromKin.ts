import {
  CHINESE_HOLIDAYS,
  historyEffects,
  learnEffects,
  type PooledLift,
  type PooledSeason,
  poolLifts,
  poolSeasons,
} from '~/engine/forecast/index';
import type { Kin } from './kin';

/** What was learned of late, by the content it was learned from: many nodes share their kin. */
const seasons = new Map<string, PooledSeason | null>();
const lifts = new Map<string, PooledLift[]>();
const MOST_KEPT = 64;

const PERIOD = 12;
const NONE: ReadonlySet<number> = new Set();

/** The season that kin share, feasts taken out of each; null for no kin, or too few that show one (`poolSeasons`). */
export function seasonOfKin(kin: Kin | null): PooledSeason | null {
  if (!kin) return null;
  return kept(seasons, kin.id, () => {
    const holidays = kin.festivals ? CHINESE_HOLIDAYS : [];
    const calm = kin.series.map(({ values, firstMonth }) => {
      const logs = historyEffects(values, {
        period: PERIOD,
        horizon: 0,
        firstMonth,
        holidays,
        promotions: [],
        leftOut: NONE,
      });
      return { firstMonth, values: values.map((value, t) => value / Math.exp(logs[t])) };
    });
    return poolSeasons(calm, PERIOD);
  });
}

/** What promotions do in kin, by type (`poolLifts`); nothing for no kin. */
export function liftsOfKin(kin: Kin | null): PooledLift[] {
  if (!kin) return [];
  return kept(lifts, kin.id, () => {
    const holidays = kin.festivals ? CHINESE_HOLIDAYS : [];
    return poolLifts(
      kin.series.flatMap(({ values, firstMonth, promotions }) => {
        const effects = learnEffects(values, {
          period: PERIOD,
          horizon: 0,
          firstMonth,
          holidays,
          promotions,
          leftOut: NONE,
        });
        return effects ? [effects] : [];
      }),
    );
  });
}

function kept<T>(known: Map<string, T>, key: string, make: () => T): T {
  const had = known.get(key);
  if (had !== undefined) return had;
  const made = make();
  known.set(key, made);
  for (const old of [...known.keys()].slice(0, -MOST_KEPT)) known.delete(old);
  return made;
}
