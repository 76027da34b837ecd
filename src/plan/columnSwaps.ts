import type { CellDelta } from '~/domain/change';
import { blankColumn, createColumn, sharePeriod } from '~/engine/cube/index';
import { type LedgerOwner, manifestOf, type SegmentWrite } from './segments';

/** A whole column that becomes the copy of another one, or blank. */
export interface ColumnSwap {
  /** Column key; null = nothing, the column goes. */
  from: string | null;
  to: string;
}

/**
 * Makes whole columns copies of others by their manifests: not one leaf value is written again, on disk or in memory. The
 * ledger must be clean (`flushLedger` first), so that the manifests say what memory says. Sources are read before any
 * column is changed. Returns the deltas that go both ways and the manifests to write.
 */
export function swapColumns(
  owner: LedgerOwner,
  swaps: readonly ColumnSwap[],
  periods: number,
): Pick<SegmentWrite, 'manifests'> & { replaced: Extract<CellDelta, { kind: 'segments' }>[] } {
  const place = { plan: owner.id, group: owner.group, generation: owner.generation };
  const sources = swaps.map(({ from }) => ({
    data: from === null ? null : owner.columns.get(from),
    ids: Array.from({ length: periods }, (_, p) => (from === null ? [] : manifestOf(owner, from, p).segments)),
  }));
  const replaced: Extract<CellDelta, { kind: 'segments' }>[] = [];
  const manifests: SegmentWrite['manifests'] = [];
  swaps.forEach(({ to }, index) => {
    const { ids, data } = sources[index];
    const column = owner.columns.get(to) ?? createColumn(0, periods);
    owner.columns.set(to, column);
    const blank = blankColumn(owner.lines.lineId.length, periods);
    for (let period = 0; period < periods; period += 1) {
      const before = manifestOf(owner, to, period).segments;
      const after = Array.from(
        { length: Math.max(before.length, ids[period].length) },
        (_, no) => ids[period][no] ?? null,
      );
      const moved = after.flatMap((id, no) =>
        (before[no] ?? null) === id ? [] : [{ no, from: before[no] ?? null, to: id }],
      );
      sharePeriod(data ?? blank, column, period);
      if (moved.length === 0) continue;
      owner.ledger.manifests.set(`${to}|${period}`, after);
      replaced.push({ kind: 'segments', ...place, column: to, period, replaced: moved });
      manifests.push(manifestOf(owner, to, period));
    }
  });
  return { replaced, manifests };
}

/**
 * Another column whose segments of a period are the same ones and whose memory says what they say: it can be shared
 * instead of being read again. Null where there is none.
 */
export function twinOf(owner: Pick<LedgerOwner, 'columns' | 'ledger'>, column: string, period: number): string | null {
  const { manifests, dirty } = owner.ledger;
  const own = manifests.get(`${column}|${period}`) ?? [];
  if (!own.some((id) => id !== null)) return null;
  for (const key of owner.columns.keys()) {
    const slot = `${key}|${period}`;
    if (key === column || dirty.has(slot)) continue;
    const other = manifests.get(slot);
    if (other?.length === own.length && other.every((id, no) => id === own[no])) return key;
  }
  return null;
}
