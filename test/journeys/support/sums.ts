import type { SheetRow, Sweep } from './sheet';

/** Columns that add up along the rows. */
const ADDITIVE = /^(y|q|m):|^lastYear$/;

/** Cells of open parents that are not the sum of their direct children; amounts as copied from the screen, compared in minor units. */
export function wrongSums({ rows, cells }: Sweep): string[] {
  const columns = [...new Set([...cells.keys()].map((key) => key.slice(key.lastIndexOf(' ') + 1)))];
  const wrong: string[] = [];
  const body = rows.filter((row) => row.id !== 'all' && row.id !== 'unallocated');
  const children = (parent: SheetRow): SheetRow[] =>
    parent.id === 'all'
      ? body.filter((row) => row.level === 1)
      : body.filter((row) => row.level === parent.level + 1 && row.id.startsWith(`${parent.id}/`));
  for (const parent of rows.filter((row) => row.open || row.id === 'all')) {
    for (const column of columns.filter((id) => ADDITIVE.test(id))) {
      const scaled = (row: SheetRow) => Math.round((cells.get(`${row.id} ${column}`) ?? 0) * 1_000_000);
      const sum = children(parent).reduce((total, row) => total + scaled(row), 0);
      if (sum !== scaled(parent)) wrong.push(`${parent.id} ${column}: ${scaled(parent)} but parts ${sum}`);
    }
  }
  return wrong;
}

/** Quarters that are not the sum of their months, and years that are not the sum of their quarters. */
export function wrongPeriods({ cells }: Sweep): string[] {
  const scaled = (key: string) => Math.round((cells.get(key) ?? 0) * 1_000_000);
  const wrong: string[] = [];
  const rows = [...new Set([...cells.keys()].map((key) => key.slice(0, key.lastIndexOf(' '))))].filter(
    (row) => row !== 'unallocated',
  );
  const keys = [...cells.keys()];
  for (const row of rows) {
    const of = (kind: string) => keys.filter((key) => key.startsWith(`${row} ${kind}:`));
    const total = (found: string[]) => found.reduce((sum, key) => sum + scaled(key), 0);
    const [year, quarters, months] = [total(of('y')), total(of('q')), total(of('m'))];
    // Months and quarters are not in sight where the sheet shows longer periods.
    const monthly = of('m').length === 0 || quarters === months;
    const quarterly = of('q').length === 0 || year === quarters;
    if (!quarterly || !monthly) wrong.push(`${row}: ${year}, ${quarters}, ${months}`);
  }
  return wrong;
}
