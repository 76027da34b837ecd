import type { DimensionId } from '~/domain/dimension';
import type { DecimalMark } from '../csv/amountText';
import type { DateOrder } from '../csv/calendarDate';
import type { FieldId } from './fields';

/** What one column of the order file is taken for. */
export interface ColumnMapping {
  column: string;
  field: FieldId;
  /** For 'own': the dimension it makes, see `ownDimension`. */
  dimension?: DimensionId;
}

/** A level above the leaves of a dimension, read from a column of a look-up. */
export interface LevelColumn {
  level: string;
  column: string;
}

/** How a look-up file completes the members of one dimension. */
export interface LookupJoin {
  dimension: DimensionId;
  lookup: string;
  /** Key column of the look-up; it meets the order file's column of this dimension. */
  key: string;
  /** Column with the name to show, null = the key is the name. */
  name: string | null;
  /** Parents, from the top to just above the leaf. */
  levels: LevelColumn[];
  /** Unit price for amounts computed as quantity × price. */
  price: string | null;
  attributes: string[];
}

/** Only rows whose cell is one of `keep` (folded) are imported. */
export interface RowFilter {
  column: string;
  keep: string[];
}

/**
 * How an order file becomes orders. The amount is the column mapped so; without one it is quantity × the column mapped as
 * unit price, else × the price of the look-up.
 */
export interface ImportMapping {
  columns: ColumnMapping[];
  joins: LookupJoin[];
  filter: RowFilter | null;
  /** Null = decided from the whole column, and asked where both readings fit. */
  dateOrder: DateOrder | null;
  decimalMark: DecimalMark;
  aliases: MemberAlias[];
}

/** A correction that is remembered: what the file says → the name or key that is meant. */
export interface MemberAlias {
  dimension: DimensionId;
  from: string;
  to: string;
}

/** A small file that orders are joined to, as text: products, territories, customers, sales teams. */
export interface Lookup {
  name: string;
  headers: string[];
  rows: string[][];
}
