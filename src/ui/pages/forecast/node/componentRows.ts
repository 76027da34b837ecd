import { monthIndexOfId } from '~/domain/forecastMonth';
import type { ForecastComponents } from '~/domain/forecastView';
import { monthIdAt, type PeriodId } from '~/domain/period';

export type PartId = 'level' | 'season' | 'holidays' | 'events' | 'remainder';

export interface ComponentRow {
  id: PartId;
  values: (number | null)[];
  /** The month in which the part is largest, in either direction; null where it does nothing. */
  largest: { month: PeriodId; amount: number } | null;
  /** For the level: how much it moves a month within what is foretold; a step to get there is no trend. */
  perMonth: number | null;
}

const IDS: readonly PartId[] = ['level', 'season', 'holidays', 'events', 'remainder'];
/** A part of so little of the level is none. */
const NOTHING = 0.001;
/** Months that are drawn. */
const SHOWN = 48;

/**
 * The parts of a series that do something, as lines of the same months: level always, the others where they move a month by a
 * thousandth of the level at least. The remainder is of the past alone.
 */
export function componentRows(components: ForecastComponents): ComponentRow[] {
  const { level, known, from } = components;
  const start = Math.max(0, level.length - SHOWN);
  const first = monthIndexOfId(from) ?? 0;
  const usual = Math.max(...level.map(Math.abs));
  return IDS.flatMap((id): ComponentRow[] => {
    const all: readonly (number | null)[] = components[id];
    const values = all.slice(start).map((value, i) => (id === 'remainder' && start + i >= known ? null : value));
    let at = -1;
    values.forEach((value, i) => {
      if (value !== null && Math.abs(value) > Math.abs(values[at] ?? 0)) at = i;
    });
    const amount = at < 0 ? null : values[at];
    const moves = amount !== null && Math.abs(amount) > NOTHING * usual;
    if (!moves && id !== 'level' && id !== 'season') return [];
    return [
      {
        id,
        values,
        largest: moves && amount !== null ? { month: monthIdAt(first + start + at), amount } : null,
        perMonth: id === 'level' ? slope(level, known) : null,
      },
    ];
  });
}

function slope(level: readonly number[], known: number): number | null {
  if (known < 1 || level.length <= known) return null;
  const from = Math.min(known, level.length - 2);
  return (level[level.length - 1] - level[from]) / (level.length - 1 - from);
}
