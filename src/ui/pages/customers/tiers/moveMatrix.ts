import type { CustomersView } from '~/domain/view';

export type Tier = 'A' | 'B' | 'C';

export const TIERS: readonly Tier[] = ['A', 'B', 'C'];

export interface MoveMatrix {
  rows: { from: Tier; cells: { to: Tier; customers: number; move: 'up' | 'down' | null }[]; total: number }[];
  /** Customers per tier after the rule. */
  after: number[];
  total: number;
  moves: number;
  up: number;
  down: number;
}

/** Tiers before against after: who stays is what a tier has now less who came. Columns add up to the tiers now. */
export function moveMatrix({ tiers, moves }: Pick<CustomersView, 'tiers' | 'moves'>): MoveMatrix {
  const count = (from: Tier, to: Tier) => moves.find((move) => move.from === from && move.to === to)?.customers ?? 0;
  const after = TIERS.map((tier) => tiers.find((one) => one.tier === tier)?.customers ?? 0);
  const stays = TIERS.map(
    (tier, t) => after[t] - TIERS.reduce((sum, from) => sum + (from === tier ? 0 : count(from, tier)), 0),
  );
  const rows = TIERS.map((from, i) => {
    const cells = TIERS.map((to, j) => ({
      to,
      customers: i === j ? stays[i] : count(from, to),
      move: i === j ? null : j < i ? ('up' as const) : ('down' as const),
    }));
    return { from, cells, total: cells.reduce((sum, cell) => sum + cell.customers, 0) };
  });
  const moved = (which: 'up' | 'down') =>
    rows.flatMap(({ cells }) => cells).reduce((sum, cell) => sum + (cell.move === which ? cell.customers : 0), 0);
  const up = moved('up');
  const down = moved('down');
  return { rows, after, total: after.reduce((sum, n) => sum + n, 0), moves: up + down, up, down };
}
