import type { SourceKind } from './source';

/** Kinds that are facts in columns of their own, neither orders nor members. */
export type FactKind = Exclude<SourceKind, 'orders' | 'customers' | 'products' | 'sellers' | 'targets' | 'holidays'>;

/**
 * A cell of a fact by what its field is read as: a day, a month (`monthIndexOf`), a count or minor units as a number, a flag as 0
 * or 1, a member as its code (0 = unassigned), text as text. Null is blank.
 */
export type FactValue = number | string | null;

/** Rows of one import and kind, in columns. Immutable: an import is added, replaced or taken out as a whole. */
export interface FactSegment {
  kind: FactKind;
  count: number;
  /** Text of the key per row: the same key in a newer import takes its place. */
  keys: string[];
  /** NaN = blank. Days, months, amounts, quantities, numbers, shares, flags. */
  numbers: Record<string, Float64Array>;
  /** Codes of members; 0 = blank or unassigned. */
  codes: Record<string, Uint32Array>;
  /** Texts and choices: entry 0 of `values` is '' and stands for blank. */
  texts: Record<string, { at: Uint32Array; values: string[] }>;
}

/** A fact that a person put in or changed by hand: it stands above what files say for its key. */
export interface FactRecord {
  id: string;
  kind: FactKind;
  key: string;
  /** Null: the row of this key is taken out by hand. */
  values: Record<string, FactValue> | null;
  putAt: string;
}

export const factId = (kind: FactKind, key: string): string => `${kind}/${key}`;
