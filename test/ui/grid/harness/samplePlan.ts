import { fiscalYear } from '~/domain/calendar';
import type { CellRef } from '~/domain/cell';
import type { Command } from '~/domain/command';
import type { Issue } from '~/domain/issue';

/** A made-up plan small enough to recompute from scratch: 5 regions, 6 salespeople each, 6 products. */
export interface Leaf {
  path: [number, number, number];
  month: number;
  value: number | null;
  lastYear: number | null;
  held: boolean;
  input: boolean;
}

export interface SampleState {
  leaves: Leaf[];
  /** Cells that were typed, as keys. */
  inputs: Set<string>;
  frozen: Map<string, CellRef>;
  totals: Map<string, CellRef>;
  goal: number | null;
}

export const DIMENSIONS = ['region', 'seller', 'product'] as const;
export const CALENDAR = { kind: 'months', startMonth: 1, nameBy: 'start' } as const;
export const YEAR = fiscalYear(CALENDAR, 2027);
export const CLOSED = YEAR.periods.slice(0, 4).map((period) => period.id);

const REGIONS = {
  'zh-CN': ['华东', '华南', '华北', '西南', '华中'],
  en: ['North', 'East', 'West', 'South', 'Central'],
};
const SELLERS = {
  'zh-CN': ['李伟', '王芳', '陈静', '张磊', '赵敏', '刘洋'],
  en: ['Grace Kim', 'Tom Baker', 'Ana Silva', 'Li Wei', 'Omar Haddad', 'Julia Stein'],
};
const PRODUCTS = {
  'zh-CN': ['车用润滑油', '工业润滑油', '冷却液', '电驱油液', '制动液', '润滑脂'],
  en: ['Automotive oil', 'Industrial oil', 'Coolant', 'EV fluid', 'Brake fluid', 'Grease'],
};
export type SampleLanguage = keyof typeof REGIONS;

/** Code of a seller names the region too, so that each has people of its own. */
export const nameOf = (dimension: string, code: number, language: SampleLanguage): string => {
  if (dimension === 'region') return REGIONS[language][code - 1];
  if (dimension === 'seller') return SELLERS[language][(code - 1) % 6];
  return PRODUCTS[language][code - 1];
};

export function samplePlan(): SampleState {
  const leaves: Leaf[] = [];
  let seed = 7;
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  for (let r = 1; r <= 5; r++)
    for (let s = 1; s <= 6; s++)
      for (let p = 1; p <= 6; p++) {
        const size = (6 - r) * (8 - s) * (8 - p) * 3_000_00;
        for (let month = 0; month < 12; month++) {
          const isNew = p === 4;
          const value = Math.round(size * (0.7 + month / 20 + random() * 0.3) * 100) / 100;
          leaves.push({
            path: [r, (r - 1) * 6 + s, p],
            month,
            value: isNew && month < 6 ? null : Math.round(value),
            lastYear: isNew ? null : Math.round(value * (0.7 + random() * 0.25)),
            held: false,
            input: false,
          });
        }
      }
  return { leaves, inputs: new Set(), frozen: new Map(), totals: new Map(), goal: null };
}

export const keyOf = (cell: CellRef): string =>
  `${DIMENSIONS.map((d) => cell.at[d] ?? '*').join('/')}|${cell.periods.join(',')}`;

export const under = (cell: CellRef) => {
  const months = new Set(cell.periods.map((id) => YEAR.periods.findIndex((period) => period.id === id)));
  const codes = DIMENSIONS.map((dimension) => cell.at[dimension]);
  return (leaf: Leaf): boolean =>
    months.has(leaf.month) && codes.every((code, i) => code === undefined || code === leaf.path[i]);
};

export type Spread = { ok: true; moved: number; held: number; before: number | null } | { ok: false; issues: Issue[] };

/** Proportional to what is there, by largest remainder, on what is free: the same law as the engine's. */
export function spread(state: SampleState, cell: CellRef, amount: number): Spread {
  const all = state.leaves.filter(under(cell));
  const isClosed = (leaf: Leaf) => CLOSED.includes(YEAR.periods[leaf.month].id);
  const free = all.filter((leaf) => !leaf.held && !isClosed(leaf));
  const spoken = all.filter((leaf) => leaf.value !== null);
  const before = spoken.length === 0 ? null : spoken.reduce((sum, leaf) => sum + (leaf.value ?? 0), 0);
  const heldSum = all.filter((leaf) => !free.includes(leaf)).reduce((sum, leaf) => sum + (leaf.value ?? 0), 0);
  if (free.length === 0) return { ok: false, issues: [{ code: 'target/nothingFree' }] };
  const rest = amount - heldSum;
  if (rest < 0) return { ok: false, issues: [{ code: 'target/heldShortfall', params: { amount: -rest } }] };
  const weight = free.reduce((sum, leaf) => sum + (leaf.value ?? 0), 0);
  const shares = free.map((leaf) => (weight > 0 ? (rest * (leaf.value ?? 0)) / weight : rest / free.length));
  const floors = shares.map(Math.floor);
  let left = rest - floors.reduce((a, b) => a + b, 0);
  const order = shares.map((_, i) => i).sort((a, b) => shares[b] - floors[b] - (shares[a] - floors[a]) || a - b);
  for (const i of order) if (left-- > 0) floors[i] += 1;
  free.forEach((leaf, i) => {
    leaf.value = floors[i];
  });
  return { ok: true, moved: free.length, held: all.length - free.length, before };
}

export const isTarget = (command: Command): command is Extract<Command, { cell: CellRef }> => 'cell' in command;
