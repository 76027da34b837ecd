import { COMPANIONS, type Companion } from './companions';
import { LOOK_RULES, type LookRule } from './lookRule';

/** How a person likes the columns of a sheet: part of a saved view, kept on this device, no part of the plan. */
export interface GridLook {
  /** Pixels by column id, where somebody pulled an edge. */
  widths: Readonly<Record<string, number>>;
  /** The total stays in sight beside the names. */
  freezeTotal: boolean;
  /** Order of the columns beside the target; those not named follow as they come. */
  order: readonly Companion[];
  rule: LookRule;
  /** Half years stand between year and quarters. */
  halves: boolean;
}

export const PLAIN_LOOK: GridLook = { widths: {}, freezeTotal: true, order: [], rule: 'none', halves: false };

export const NARROWEST = 44;
export const WIDEST = 480;

/** What an older version or a link left behind counts only as far as it still makes sense. */
export function lookFrom(kept: unknown): GridLook {
  if (typeof kept !== 'object' || kept === null) return PLAIN_LOOK;
  const { widths, freezeTotal, order, rule, halves } = kept as Partial<Record<keyof GridLook, unknown>>;
  return {
    widths: Object.fromEntries(entriesOf(widths).filter(([, width]) => isWidth(width))) as Record<string, number>,
    freezeTotal: typeof freezeTotal === 'boolean' ? freezeTotal : PLAIN_LOOK.freezeTotal,
    order: Array.isArray(order)
      ? COMPANIONS.filter((one) => order.includes(one)).sort((a, b) => order.indexOf(a) - order.indexOf(b))
      : [],
    rule: LOOK_RULES.find((one) => one === rule) ?? 'none',
    halves: halves === true,
  };
}

/** The look with one column as wide as somebody pulled it. */
export const withWidth = (look: GridLook, columnId: string, width: number): GridLook => ({
  ...look,
  widths: { ...look.widths, [columnId]: Math.min(WIDEST, Math.max(NARROWEST, Math.round(width))) },
});

const entriesOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

const isWidth = (width: unknown): boolean => typeof width === 'number' && width >= NARROWEST && width <= WIDEST;
