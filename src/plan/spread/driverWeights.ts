import { issue } from '~/domain/issue';
import { columnKey } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import type { SpreadDriver } from '~/domain/spread';
import { forecastWeights } from './forecastWeights';
import { lastYearWeights } from './lastYearWeights';
import { profileWeights } from './profileWeights';
import { emptyWeights, type SpreadSource, type Weights, withWeights } from './spreadSource';

/**
 * The numbers of one driver at the leaves of a cell: what is there, 1 each, another column, sales of a year ago, the
 * forecast, or the season profile. Refused where they are all zero, or the column is not there.
 */
export function driverWeights(source: SpreadSource, driver: SpreadDriver): Result<Weights> {
  switch (driver.kind) {
    case 'lastYear':
      return lastYearWeights(source);
    case 'forecast':
      return forecastWeights(source);
    case 'profile':
      return withWeights(source, profileWeights(source));
    case 'equal':
      return ok({ weight: filled(source, () => 1), notes: [] });
    case 'proportional':
      return withWeights(source, { weight: filled(source, valuesOf(source.column.value)), notes: [] });
    case 'column': {
      const column = source.open.columns.get(columnKey(driver.column));
      if (!column) return fail(issue('spread/unknownColumn'));
      return withWeights(source, { weight: filled(source, valuesOf(column.value)), notes: [] });
    }
  }
}

const valuesOf =
  (value: Float64Array[]) =>
  (period: number, position: number): number =>
    value[period][position];

function filled(source: SpreadSource, at: (period: number, position: number) => number): Float64Array[] {
  const weight = emptyWeights(source);
  const { rows, selection } = source;
  for (const period of selection.periods)
    for (let j = 0; j < rows.length; j += 1) weight[period][rows[j]] = at(period, rows[j]);
  return weight;
}
