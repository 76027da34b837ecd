import type { SheetField } from '~/domain/sheet';

/** Columns beside the target that a person may show, hide and put in order. */
export const COMPANIONS = ['lastYear', 'growth', 'goal', 'trend'] as const;
export type Companion = (typeof COMPANIONS)[number];

/** The companion switch a column belongs to; null for columns that are always there. */
export function companionOf(kind: SheetField['kind']): Companion | null {
  if (kind === 'lastYear' || kind === 'growth' || kind === 'trend') return kind;
  return kind === 'goal' || kind === 'unallocated' || kind === 'overAssignment' ? 'goal' : null;
}
