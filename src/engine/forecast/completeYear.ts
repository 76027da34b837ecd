export interface YearToComplete {
  /** Per period, null = unknown. For the running period: what has come so far. */
  actual: readonly (number | null)[];
  /** Per period, null = not forecast. For the running period: the forecast of the whole period. */
  forecast: readonly (number | null)[];
  /** Index of the running period: all before are closed, all after lie ahead. Length = the year is over. */
  running: number;
}

export interface CompletedYear {
  /** Expected year 预计完成; null where a period has neither an actual nor a forecast. */
  total: number | null;
  periods: (number | null)[];
  origin: ('actual' | 'forecast' | 'unknown')[];
  /** Part of the total that has come already, the running period's included. */
  actual: number;
}

/**
 * What the year will come to: actuals of the closed periods, for the running one the larger of what has come and what
 * was forecast for the whole of it, and the forecast of the rest. A closed period whose actual is unknown takes its
 * forecast. Amounts in the unit given; negative amounts are amounts. The parts add up to the total.
 */
export function completeYear(year: YearToComplete): CompletedYear {
  const periods: (number | null)[] = [];
  const origin: CompletedYear['origin'] = [];
  let total: number | null = 0;
  let come = 0;
  for (let p = 0; p < year.actual.length; p++) {
    const actual = p <= year.running ? year.actual[p] : null;
    const forecast = year.forecast[p] ?? null;
    const takesActual = actual !== null && (p < year.running || forecast === null || actual >= forecast);
    const value = takesActual ? actual : forecast;
    periods.push(value);
    origin.push(value === null ? 'unknown' : takesActual ? 'actual' : 'forecast');
    total = total === null || value === null ? null : total + value;
    come += actual ?? 0;
  }
  return { total, periods, origin, actual: come };
}
