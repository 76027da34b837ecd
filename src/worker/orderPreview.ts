import type { ImportReport, OrderBatch } from '~/domain/order';
import type { ImportPreview } from '~/domain/view';
import type { ImportMapping, Lookup } from '~/exchange/mapping/mapping';

/** What the page shows of orders that were read and not stored. */
export const orderPreview = ({
  batch: { report, coverage, dimensions },
  mapping,
  known,
  downloadable,
}: {
  batch: OrderBatch;
  mapping: ImportMapping;
  known: ImportPreview['known'];
  downloadable: number;
}): ImportPreview => ({
  report: { ...report, rows: someOfEachReason(report.rows) },
  coverage,
  dimensions: dimensions.map(({ dimension, levels, members }) => ({
    id: dimension,
    levels,
    members: members.filter((member, code) => code > 0 && member.level === levels[levels.length - 1]).length,
  })),
  known,
  downloadable,
  leftOut: leftOutValues(mapping, report),
  issues: [],
});

const ROWS_PER_REASON = 100;
const MEMBERS_TO_MEAN = 1000;
const VALUES_LEFT_OUT = 50;

/** Thousands of rows that were left out on purpose must not hide the one that went wrong. */
function someOfEachReason(rows: ImportReport['rows']): ImportReport['rows'] {
  const shown = new Map<string, number>();
  return rows.filter(({ issue: { code } }) => {
    const count = shown.get(code) ?? 0;
    shown.set(code, count + 1);
    return count < ROWS_PER_REASON;
  });
}

/** What a name without a match could stand for: the members of the look-up its dimension is joined to. */
export function membersToMean(
  lookups: readonly Lookup[],
  mapping: ImportMapping,
  report: ImportReport,
): ImportPreview['known'] {
  const dimensions = [...new Set(report.unmatched.map((key) => key.dimension))];
  return dimensions.flatMap((dimension) => {
    const join = mapping.joins.find((candidate) => candidate.dimension === dimension);
    const lookup = lookups.find((candidate) => candidate.name === join?.lookup);
    if (!join || !lookup) return [];
    const key = lookup.headers.indexOf(join.key);
    const name = join.name === null ? key : lookup.headers.indexOf(join.name);
    const members = lookup.rows
      .map((row) => ({ key: (row[key] ?? '').trim(), name: (row[name] ?? '').trim() || (row[key] ?? '').trim() }))
      .filter((member) => member.key !== '');
    return [{ dimension, members: members.slice(0, MEMBERS_TO_MEAN) }];
  });
}

function leftOutValues(mapping: ImportMapping, report: ImportReport): ImportPreview['leftOut'] {
  const column = mapping.filter ? report.headers.indexOf(mapping.filter.column) : -1;
  if (column < 0) return [];
  const rows = new Map<string, number>();
  for (const { issue: reason, cells } of report.rows) {
    if (reason.code !== 'import/filteredOut') continue;
    const value = (cells[column] ?? '').trim();
    rows.set(value, (rows.get(value) ?? 0) + 1);
  }
  const values = [...rows].map(([value, count]) => ({ value, rows: count }));
  return values.sort((a, b) => b.rows - a.rows).slice(0, VALUES_LEFT_OUT);
}
