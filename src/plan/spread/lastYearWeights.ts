import { issue } from '~/domain/issue';
import { ok, type Result } from '~/domain/result';
import { buildView } from '~/engine/cube/index';
import type { FactTable } from '~/engine/facts/index';
import { type FactLines, factLines } from '../factLines';
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

/**
 * Sales of a range by position of the line they belong to; orders without a line belong to none. Lines that orders cannot
 * be told between share theirs in proportion to what they hold, equally where that is nothing.
 */
function soldByPosition(source: SpreadSource, table: FactTable, range: FactRange): Float64Array {
  const { lines } = source.open;
  const sold = new Float64Array(lines.count);
  if (!range.known) return sold;
  const { groupOfRow, groupOfLine, groups } = linesOf(table, source);
  const byGroup = new Float64Array(groups);
  for (let bucket = range.first; bucket < range.end; bucket += 1) {
    const amount = table.amount[bucket];
    for (let row = 0; row < table.count; row += 1) if (groupOfRow[row] >= 0) byGroup[groupOfRow[row]] += amount[row];
  }
  const share = groups < lines.count ? sharesInGroups(source, groupOfLine, groups) : null;
  for (let i = 0; i < sold.length; i += 1) {
    if (groupOfLine[i] >= 0) sold[i] = Math.max(0, byGroup[groupOfLine[i]]) * (share ? share[i] : 1);
  }
  return sold;
}

/** What part of its group each line is, by what it holds in the cell's periods; groups without anything are even. */
function sharesInGroups({ column, selection }: SpreadSource, groupOfLine: Int32Array, groups: number): Float64Array {
  const held = new Float64Array(groupOfLine.length);
  const total = new Float64Array(groups);
  const size = new Uint32Array(groups);
  for (const period of selection.periods) for (let i = 0; i < held.length; i += 1) held[i] += column.value[period][i];
  for (let i = 0; i < held.length; i += 1) {
    held[i] = Math.max(0, held[i]);
    total[groupOfLine[i]] += held[i];
    size[groupOfLine[i]] += 1;
  }
  return held.map((own, i) => (total[groupOfLine[i]] > 0 ? own / total[groupOfLine[i]] : 1 / size[groupOfLine[i]]));
}

/** By table, whose lines its rows are; good for one line table as it stands. */
const placed = new WeakMap<FactTable, { key: string; found: FactLines }>();

function linesOf(table: FactTable, { open: { lines }, plan }: SpreadSource): FactLines {
  const key = `${plan.id}|${lines.count}|${lines.sorted}|${lines.nextLine}`;
  const known = placed.get(table);
  if (known?.key === key) return known.found;
  const found = factLines(lines, table);
  placed.set(table, { key, found });
  return found;
}
