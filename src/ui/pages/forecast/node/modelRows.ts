import type { ForecastView } from '~/domain/view';

export interface ModelRow {
  name: string;
  /** Null for the combination itself and for the yardstick. */
  weight: number | null;
  error: number | null;
  role: 'chosen' | 'member' | 'yardstick';
}

const YARDSTICK = 'seasonalNaive';

/** What was used first, then its members with the smallest error first, then the yardstick. */
export function modelRows(view: Pick<ForecastView, 'models' | 'error'>): ModelRow[] {
  const members = view.models
    .filter(({ name }) => name !== YARDSTICK)
    .sort((a, b) => (a.error ?? Number.POSITIVE_INFINITY) - (b.error ?? Number.POSITIVE_INFINITY));
  const yardstick = view.models.find(({ name }) => name === YARDSTICK);
  const isOne = members.length === 1;
  return [
    ...(members.length > 1 ? [{ name: 'combination', weight: null, error: view.error, role: 'chosen' as const }] : []),
    ...members.map(({ name, weight, error }) => ({
      name,
      weight,
      error,
      role: isOne ? ('chosen' as const) : ('member' as const),
    })),
    ...(yardstick ? [{ name: YARDSTICK, weight: null, error: yardstick.error, role: 'yardstick' as const }] : []),
  ];
}

/** How much closer than repeating last year the answer was in the backtest: 0.3 = 30 %; null where nobody can tell. */
export function gainOnLastYear(view: Pick<ForecastView, 'models' | 'error'>): number | null {
  const yardstick = view.models.find(({ name }) => name === YARDSTICK)?.error ?? null;
  return view.error === null || yardstick === null || yardstick <= 0 ? null : 1 - view.error / yardstick;
}
