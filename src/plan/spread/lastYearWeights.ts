import { issue } from '~/domain/issue';
import { ok, type Result } from '~/domain/result';
import { buildView, findLine } from '~/engine/cube/index';
import type { FactTable } from '~/engine/facts/index';
import { planFacts } from '../facts';
import { type FactRange, periodFacts } from '../periodFacts';
import { seasonShares } from './seasonShares';
import { emptyWeights, type SpreadSource, type Weights, withWeights } from './spreadSource';

/**
 * What each line sold in the same periods a year earlier, through the plan's own pools; a net return counts as 0. Periods
 * outside the coverage are unknown, never 0: they take the line's known year by its season profile, and a note says how
 * many they are. Refused where nothing was sold or known.
 */
export function lastYearWeights(source: SpreadSource): Result<Weights> {
  const { document, plan, open, facts, selection, rows } = source;
  const weight = emptyWeights(source);
  const found = periodFacts(document, plan, buildView(open.lines, []), facts);
  const table = plan.calendar.kind === 'months' ? planFacts(document, plan, facts) : (facts.cut?.table ?? null);
  if (!found || !table) return withWeights(source, { weight, notes: [] });
  const ranges = found.lastYear;
  const year = ranges.map((range) => soldByPosition(source, table, range));
  selection.periods.forEach((period) => {
    weight[period].set(year[period]);
  });
  const unknown = selection.periods.filter((period) => !ranges[period].known);
  if (unknown.length === 0) return withWeights(source, { weight, notes: [] });
  const season = seasonShares(source);
  const knownShare = season.shares.map((shares) =>
    shares.reduce((sum, share, p) => (ranges[p].known ? sum + share : sum), 0),
  );
  for (let j = 0; j < rows.length; j += 1) {
    const profile = season.profileOf(rows[j]);
    const sold = year.reduce((sum, column) => sum + column[rows[j]], 0);
    for (const period of unknown)
      weight[period][rows[j]] =
        knownShare[profile] > 0 ? (sold * season.shares[profile][period]) / knownShare[profile] : 0;
  }
  const notes = [issue('spread/unknownMonths', { months: unknown.length })];
  const checked = withWeights(source, { weight, notes });
  return checked.ok ? ok(checked.value) : checked;
}

/** Sales of a range by position of the line they belong to; orders without a line belong to none. */
function soldByPosition({ open, plan }: SpreadSource, table: FactTable, range: FactRange): Float64Array {
  const { lines } = open;
  const sold = new Float64Array(lines.count);
  if (!range.known) return sold;
  const place = placesOf(table, plan.id, open);
  for (let bucket = range.first; bucket < range.end; bucket += 1) {
    const amount = table.amount[bucket];
    for (let row = 0; row < table.count; row += 1) if (place[row] >= 0) sold[place[row]] += amount[row];
  }
  for (let i = 0; i < sold.length; i += 1) if (sold[i] < 0) sold[i] = 0;
  return sold;
}

/** By row of the facts, the position of its line, −1 without one; good for one line table as it stands. */
const placed = new WeakMap<FactTable, { key: string; place: Int32Array }>();

function placesOf(table: FactTable, plan: string, { lines }: SpreadSource['open']): Int32Array {
  const key = `${plan}|${lines.count}|${lines.sorted}|${lines.nextLine}`;
  const known = placed.get(table);
  if (known?.key === key) return known.place;
  const place = new Int32Array(table.count).fill(-1);
  const tuple = new Uint32Array(table.codes.length);
  for (let row = 0; row < table.count; row += 1) {
    for (let d = 0; d < tuple.length; d += 1) tuple[d] = table.codes[d][row];
    const line = findLine(lines, tuple);
    if (line !== null) place[row] = lines.positionOf[line];
  }
  placed.set(table, { key, place });
  return place;
}
