import type { CustomersView } from '~/domain/view';

type Rfm = NonNullable<CustomersView['rfm']>;

export interface RfmFinding {
  kind: 'core' | 'slipping' | 'none';
  customers: number;
  /** Of all sales; null where there are none. */
  share: number | null;
}

/** From this share of sales on, buyers who went quiet are the thing to say. */
const ALARM = 0.1;

/** What the matrix says: frequent buyers who went quiet where they are worth it, else how many are close. */
export function rfmFinding({ size, counts, revenue }: Rfm): RfmFinding {
  const high = size === 5 ? 4 : 3;
  const low = size === 5 ? 2 : 1;
  const total = sumWhere(revenue, () => true);
  const read = (kind: 'core' | 'slipping', inside: (r: number, f: number) => boolean): RfmFinding => ({
    kind,
    customers: sumWhere(counts, inside),
    share: total > 0 ? sumWhere(revenue, inside) / total : null,
  });
  const slipping = read('slipping', (r, f) => r <= low && f >= high);
  if (slipping.customers > 0 && (slipping.share ?? 0) >= ALARM) return slipping;
  const core = read('core', (r, f) => r >= high && f >= high);
  return core.customers > 0 ? core : { kind: 'none', customers: 0, share: null };
}

function sumWhere(cells: readonly (readonly number[])[], inside: (r: number, f: number) => boolean): number {
  let sum = 0;
  cells.forEach((row, r) => {
    row.forEach((value, f) => {
      if (inside(r + 1, f + 1)) sum += value;
    });
  });
  return sum;
}

/** Share of accent in a cell, 3–46 %, by its count against the largest; nothing where nobody is. */
export function cellMix(count: number, largest: number): number {
  return count === 0 || largest === 0 ? 0 : Math.round(3 + (43 * count) / largest);
}
