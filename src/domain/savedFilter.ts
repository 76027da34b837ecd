import type { Condition } from './segmentation';

/** A question to the customer list that is asked again and again. */
export interface SavedFilter {
  id: string;
  name: string;
  search: string;
  tier: 'A' | 'B' | 'C' | null;
  all: Condition[];
}
