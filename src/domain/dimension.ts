/** 'customer', 'product', 'region', 'seller', 'settlementMethod', 'salesMode', or an id of the user's own. */
export type DimensionId = string;

export const STANDARD_DIMENSIONS = [
  'region',
  'seller',
  'product',
  'customer',
  'salesMode',
  'settlementMethod',
] as const;

/** Given in order of creation within a dimension and never reused; 0 is the member *unassigned* of every dimension. */
export type MemberCode = number;

export const UNASSIGNED: MemberCode = 0;

/** Leaves and inner nodes (category, team) alike are members of one dimension; `level` says which they are. */
export interface Member {
  id: string;
  dimension: DimensionId;
  code: MemberCode;
  /** Folded name: what imports match. */
  key: string;
  name: string;
  aliases: string[];
  level: string;
  archived?: boolean;
  /** It was merged into this one: plans to come count its orders there. */
  mergedInto?: MemberCode;
  /** First and last day it takes targets; a plan's months outside them are blank and locked for it. */
  validFrom?: number;
  validTo?: number;
  /** Months from `validFrom` until it carries its full part. */
  rampMonths?: number;
  /** Facts of the record itself (industry, influence, core, price …) and the default settlement method or sales mode. */
  attributes: Record<string, string | number>;
}

export const memberId = (dimension: DimensionId, code: MemberCode): string => `${dimension}:${code}`;

/**
 * One tree over a dimension. `levels` run from the top to the leaves; `parent[code]` is the parent's code, 0 = top.
 * The workspace keeps one per dimension (`plan` null); a plan copies them when it is made and keeps its own.
 */
export interface Hierarchy {
  id: string;
  plan: string | null;
  dimension: DimensionId;
  levels: string[];
  parent: Uint32Array;
  /** Name of a second tree over the same dimension; the main one has none. */
  title?: string;
  /** Orders do not name this dimension, their customer says it: by customer code, as it stood on a day. */
  byCustomer?: Uint32Array;
}

/** Folds a name for matching: compatibility forms, case and white space do not count. */
export const foldKey = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
