import type { CustomerFacts } from '~/engine/customers/index';

/** What the customer screens read per customer code: facts of twelve months, influence, what a search looks at. */
export interface CustomerFigures {
  facts: CustomerFacts;
  influence: Float64Array;
  /** Codes that are customers: leaves, not archived, not the pooled member of a plan. */
  codes: Uint32Array;
  /** Folded name, aliases and reading, by code. */
  text: string[];
  /** Position by name, by code; made when first sorted by name. */
  byName: Uint32Array | null;
}
