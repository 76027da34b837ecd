import type { ModelErrors } from '~/domain/forecastView';
import type { ForecastView } from '~/domain/view';

export interface ModelRow {
  name: string;
  /** MASE, and the other measures of the backtest; null where nobody can tell. */
  error: number | null;
  wape: number | null;
  bias: number | null;
  coverage: number | null;
  role: 'chosen' | 'member' | 'yardstick';
}

const YARDSTICK = 'seasonalNaive';

/** What was used first, then its members with the smallest error first, then the yardstick. */
export function modelRows(
  view: Pick<ForecastView, 'models' | 'error'>,
  errors: readonly ModelErrors[] = [],
): ModelRow[] {
  const row = (name: string, error: number | null, role: ModelRow['role']): ModelRow => {
    const found = errors.find((one) => one.name === name);
    return {
      name,
      error,
      wape: found?.wape ?? null,
      bias: found?.bias ?? null,
      coverage: found?.coverage ?? null,
      role,
    };
  };
  const members = view.models
    .filter(({ name }) => name !== YARDSTICK)
    .sort((a, b) => (a.error ?? Number.POSITIVE_INFINITY) - (b.error ?? Number.POSITIVE_INFINITY));
  const yardstick = view.models.find(({ name }) => name === YARDSTICK);
  const isOne = members.length === 1;
  return [
    ...(members.length > 1 ? [row('combination', view.error, 'chosen')] : []),
    ...members.map(({ name, error }) => row(name, error, isOne ? 'chosen' : 'member')),
    ...(yardstick ? [row(YARDSTICK, yardstick.error, 'yardstick')] : []),
  ];
}

/** How much closer than repeating last year the answer was in the backtest: 0.3 = 30 %; null where nobody can tell. */
export function gainOnLastYear(view: Pick<ForecastView, 'models' | 'error'>): number | null {
  const yardstick = view.models.find(({ name }) => name === YARDSTICK)?.error ?? null;
  return view.error === null || yardstick === null || yardstick <= 0 ? null : 1 - view.error / yardstick;
}
