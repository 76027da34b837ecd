const ON_PURPOSE: ReadonlySet<string> = new Set(['import/filteredOut', 'import/alreadyThere']);

/** Left out because a person or an earlier import wanted it so: no trouble, and nothing to mend. */
export const isOnPurpose = (code: string): boolean => ON_PURPOSE.has(code);

/** Rows that were left out because something is wrong with them. */
export const troubledRows = (byReason: Readonly<Record<string, number>>): number =>
  Object.entries(byReason).reduce((sum, [code, rows]) => sum + (isOnPurpose(code) ? 0 : rows), 0);
