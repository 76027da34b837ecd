import type { NodeForecast } from '~/domain/forecastView';
import type { YearColumn } from './yearColumns';

/** A row of the year's table beside what the model says. */
export interface MoreRow {
  id: 'own' | 'final';
  cell(column: YearColumn): number | null;
}

/** What sellers say and what counts in the end, where either differs from the model. */
export function moreRows(node: NodeForecast, columns: readonly YearColumn[]): MoreRow[] {
  const said = new Map((node.own?.months ?? []).map(({ month, amount }) => [month, amount]));
  const overrides = new Map(node.overrides.map(({ month, amount }) => [month, amount]));
  const months = columns.filter(({ kind }) => kind === 'month');
  const rows: MoreRow[] = [];
  if (months.some(({ from }) => said.has(from))) {
    rows.push({ id: 'own', cell: byMonth((month) => said.get(month) ?? null, node.own?.year ?? null) });
  }
  if (months.some(({ from }) => overrides.has(from))) {
    // Of a running month, what has come counts where it is more already.
    const final = new Map(
      months.map(({ from, forecast, actual }) => {
        const amount = overrides.get(from) ?? forecast;
        return [from, amount === null ? null : Math.max(amount, actual ?? amount)];
      }),
    );
    rows.push({
      id: 'final',
      cell: byMonth((month) => final.get(month) ?? null, node.final),
    });
  }
  return rows;
}

const byMonth =
  (of: (month: string) => number | null, year: number | null) =>
  ({ kind, from }: YearColumn): number | null =>
    kind === 'year' ? year : kind === 'month' ? of(from) : null;
