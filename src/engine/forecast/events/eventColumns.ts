import { holidayShare } from './holidayShare';
import type { HolidayTable } from './holidayTable';
import { type PooledLift, type Promotion, promotionType } from './promotion';
import type { Prior } from './shrunkRegression';

/** One thing that may explain a series: over the history and the months to foretell. */
export interface EventColumn {
  kind: 'before' | 'after' | 'type' | 'event';
  /** Name of the feast, type of the promotions, id of the promotion. */
  key: string;
  values: Float64Array;
  prior: Prior;
}

export interface ColumnOptions {
  /** History and horizon together. */
  length: number;
  known: number;
  firstMonth: number;
  period: number;
  holidays: readonly HolidayTable[];
  promotions: readonly Promotion[];
  pooledLifts: readonly PooledLift[];
}

const LIFT_SPREAD = 0.4;
/** How far one promotion lies from the others of its type. */
export const EVENT_SPREAD = 0.12;
const LEAST_TYPE_SPREAD = 0.05;
/** More single promotions than this are told apart by their type only. */
const MOST_EVENTS = 24;

/**
 * What may explain a monthly history: two columns for each feast that moves in it, one for each type of promotion whose
 * lift is to be learned, and one for each such promotion beside others of its type. Feasts need months (period 12).
 */
export function eventColumns(options: ColumnOptions): EventColumn[] {
  const columns: EventColumn[] =
    options.period === 12 ? options.holidays.flatMap((table) => feast(table, options)) : [];
  const learned = options.promotions.filter(({ lift }) => lift === null);
  const types = new Map<string, Promotion[]>();
  for (const promotion of learned) {
    const type = promotionType(promotion);
    types.set(type, [...(types.get(type) ?? []), promotion]);
  }
  for (const [type, promotions] of types) {
    const pooled = options.pooledLifts.find((lift) => lift.type === type);
    const prior = pooled
      ? { mean: pooled.mean, spread: Math.max(LEAST_TYPE_SPREAD, pooled.spread) }
      : { mean: 0, spread: LIFT_SPREAD };
    const values = new Float64Array(options.length);
    for (const promotion of promotions) mark(values, promotion, options.firstMonth);
    columns.push({ kind: 'type', key: type, values, prior });
    const past = promotions.filter(({ from }) => from - options.firstMonth < options.known);
    if (past.length < 2 || past.length > MOST_EVENTS) continue;
    for (const promotion of past) {
      const alone = new Float64Array(options.length);
      mark(alone, promotion, options.firstMonth);
      columns.push({ kind: 'event', key: promotion.id, values: alone, prior: { mean: 0, spread: EVENT_SPREAD } });
    }
  }
  return columns;
}

function feast(table: HolidayTable, options: ColumnOptions): EventColumn[] {
  const before = new Float64Array(options.length);
  const after = new Float64Array(options.length);
  for (let t = 0; t < options.length; t++) {
    const share = holidayShare(table, options.firstMonth + t);
    before[t] = share.before;
    after[t] = share.after;
  }
  const { lift, drop, spread } = table.usual;
  const columns: EventColumn[] = [
    { kind: 'before', key: table.name, values: before, prior: { mean: lift, spread } },
    { kind: 'after', key: table.name, values: after, prior: { mean: drop, spread } },
  ];
  return columns.filter(({ values }) => moves(values, options.period));
}

/** What is alike every year is the season's. */
function moves(values: Float64Array, period: number): boolean {
  for (let t = period; t < values.length; t++) if (values[t] !== values[t - period]) return true;
  return false;
}

/** Adds a promotion's months to a column that starts at `firstMonth`. */
export function mark(values: Float64Array, { from, to }: Promotion, firstMonth: number): void {
  const first = Math.max(0, from - firstMonth);
  const last = Math.min(values.length - 1, to - firstMonth);
  for (let t = first; t <= last; t++) values[t]++;
}
