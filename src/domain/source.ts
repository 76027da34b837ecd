import type { DimensionId } from './dimension';

/** What a file can bring. Orders and members have homes of their own; all others are facts in columns. */
export const SOURCE_KINDS = [
  'orders',
  'customers',
  'products',
  'sellers',
  'opportunities',
  'stageHistory',
  'targets',
  'collections',
  'receivables',
  'costs',
  'listPrices',
  'channelSpend',
  'promotions',
  'rebates',
  'contracts',
  'marketSize',
  'channelStock',
  'sellThrough',
  'visits',
  'complaints',
  'surveys',
  'competitorPrices',
  'leave',
  'holidays',
  'training',
  'forecasts',
] as const;

export type SourceKind = (typeof SOURCE_KINDS)[number];

/**
 * What a cell is read as. `member` is a name or key of the dimension, `day` a date, `month` a month of the calendar, `amount`
 * money in minor units, `percent` a share (0.12 = 12 %), `flag` yes or no, `choice` one of a few words.
 */
export type FieldType =
  | 'member'
  | 'day'
  | 'month'
  | 'amount'
  | 'quantity'
  | 'number'
  | 'percent'
  | 'flag'
  | 'text'
  | 'choice';

export interface SourceField {
  id: string;
  type: FieldType;
  /** For `member`: whose. */
  dimension?: DimensionId;
  /** For `choice`: the words that are stored; what files say is translated on the way in. */
  choices?: readonly string[];
  /** A row without it is reported. */
  required?: true;
}

export interface SourceShape {
  kind: SourceKind;
  stored: 'orders' | 'members' | 'facts' | 'targets' | 'holidays';
  /** For `members`: whose. */
  dimension?: DimensionId;
  fields: readonly SourceField[];
  /** Rows with the same values here are the same row; none = every row counts, equal ones by their ordinal. */
  key: readonly string[];
  /** The field that dates a row; null where rows have no day. */
  dated: string | null;
  /** True where a file says how things stand as a whole: a row that is not in the next one is gone. */
  whole?: true;
}

/** How things stand per kind: shown wherever figures rest on it. */
export interface SourceState {
  kind: SourceKind;
  /** Rows that count after merging; members for members. */
  rows: number;
  imports: number;
  byHand: number;
  /** Last day the source is complete to: what a person said at the import, else its newest row. */
  asOf: number | null;
}
