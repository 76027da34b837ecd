import type { FiscalCalendar } from './calendar';
import type { DimensionId } from './dimension';
import type { CurrencyCode } from './money';
import type { Period, PeriodId } from './period';

/** One client: members, facts and rates are its own, and one database holds it. */
export interface Workspace {
  id: string;
  name: string;
  currency: CurrencyCode;
  minorUnit: number;
  /** True for the sample, so that the page can say so. */
  sample?: boolean;
}

/**
 * What is planned. `scale` are decimals: amounts are integers of 10^-scale `unit`, a currency or a word (`pcs`, `head`). A
 * ratio is a share in percent unless it has a unit of its own (an average price); it is typed as integers of its scale too.
 */
export type Measure =
  | { id: string; kind: 'additive' | 'balance' | 'distinct'; scale: number; unit: string }
  | { id: string; kind: 'ratio'; numerator: string; denominator: string; scale?: number; unit?: string };

/** Measures that are planned at one grain. `dimensions` is a subset of the plan's. */
export interface MeasureGroup {
  id: string;
  dimensions: DimensionId[];
  measures: Measure[];
}

/** One row of values in time: a scenario, a target line and a measure. */
export interface Column {
  scenario: string;
  layer: string;
  measure: string;
}

export const columnKey = (column: Column): string => `${column.scenario}/${column.layer}/${column.measure}`;

/** What counts as a sale: signed, delivered, billed, or sold on by the dealer. */
export const SALES_BASES = ['ordered', 'shipped', 'invoiced', 'soldThrough'] as const;
export type SalesBasis = (typeof SALES_BASES)[number];

export type BaseKind = 'lastYear' | 'lastTwelveMonths' | 'actualPlusForecast' | 'none';

/** What the plan grows from: copied at a date, refreshed by command, never derived on the fly. */
export interface PlanBase {
  kind: BaseKind;
  /** Total in minor units, null where there is none. */
  total: number | null;
  /** What twelve months would be, where only some of the base's months are known; else the total. */
  estimate: number | null;
  from: PeriodId;
  to: PeriodId;
  unknownMonths: number;
  /** Months of it that are forecast, not sold. */
  forecastMonths: number;
  takenOn: string;
}

export interface Pool {
  dimension: DimensionId;
  keep: number[];
  member: number;
  /** Unassigned facts count as the member too: a dimension the data does not have. */
  withUnassigned: boolean;
  /** Only leaves with this parent in the plan's main tree (0 = none) are pooled here; absent = all. */
  under?: number;
  /** Only these are counted as the member: they were merged into it. Such pools take effect first, in their order. */
  only?: number[];
}

export interface Plan {
  id: string;
  name: string;
  currency: CurrencyCode;
  minorUnit: number;
  calendar: FiscalCalendar;
  fiscalYear: number;
  periods: Period[];
  /** All dimensions of the plan, in the order of the main view. */
  dimensions: DimensionId[];
  groups: MeasureGroup[];
  scenarios: string[];
  generation: number;
  /** Members planned as one: all leaves of `dimension` but `keep` count as `member`. */
  pools: Pool[];
  base: PlanBase;
  closedPeriods: PeriodId[];
  /** Names people gave to dimensions and measures; others are named by the page in its language. */
  titles?: Record<string, string>;
  /** What counts as a sale, and whether tax is in it. Absent: ordered, tax included as imported. */
  salesBasis?: SalesBasis;
  taxIncluded?: boolean;
}

/** The column that the plan screen edits. */
export const WORKING_TARGET: Column = { scenario: 'base', layer: 'target', measure: 'sales' };
/** The frozen copy of the base a plan was laid out from. */
export const BASELINE: Column = { scenario: 'base', layer: 'baseline', measure: 'sales' };
