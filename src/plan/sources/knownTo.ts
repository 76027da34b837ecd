import type { Day } from '~/domain/period';
import type { SourceImport } from '~/domain/record';
import type { PlanDocument } from '../document';

/** The last day that imports say a source is complete to; null where nobody knows. */
export function knownTo(document: PlanDocument, kind: SourceImport['kind']): Day | null {
  let known: Day | null = null;
  for (const imported of document.records.sourceImport.values()) {
    const until = imported.kind === kind ? (imported.asOf ?? imported.to) : null;
    if (until !== null) known = Math.max(known ?? until, until);
  }
  return known;
}
