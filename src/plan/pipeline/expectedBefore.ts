import type { PlanDocument } from '../document';
import type { Facts } from '../sources/facts';

/**
 * By deal 1 where an earlier import expected it sooner than it is expected now: it was put off. Earlier imports keep
 * their own rows, so nothing needs to have been noted at the time.
 */
export function expectedBefore(document: PlanDocument, facts: Facts): Uint8Array {
  const putOff = new Uint8Array(facts.count);
  const imports = [...document.records.sourceImport.values()].filter(({ kind }) => kind === 'opportunities');
  const isAlone = imports.length < 2 && facts.source.every((source) => source !== null);
  if (isAlone) return putOff;
  const expected = facts.number('expected');
  const rowOf = new Map(facts.keys.map((key, row) => [key, row]));
  for (const { segments } of imports) {
    for (const id of segments) {
      const segment = document.facts.get(id);
      const sooner = segment?.numbers.expected;
      if (!segment || !sooner) continue;
      for (let at = 0; at < segment.count; at += 1) {
        const row = rowOf.get(segment.keys[at]);
        if (row !== undefined && sooner[at] < expected[row]) putOff[row] = 1;
      }
    }
  }
  return putOff;
}
