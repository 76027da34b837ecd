import type { FactSegment } from '~/domain/fact';

/** Some rows of a segment as a segment of its own, in the order given. */
export function pickFacts(segment: FactSegment, rows: readonly number[]): FactSegment {
  const each = <A, B>(record: Record<string, A>, made: (column: A) => B): Record<string, B> =>
    Object.fromEntries(Object.entries(record).map(([field, column]) => [field, made(column)]));
  return {
    kind: segment.kind,
    count: rows.length,
    keys: rows.map((row) => segment.keys[row]),
    numbers: each(segment.numbers, (column) => Float64Array.from(rows, (row) => column[row])),
    codes: each(segment.codes, (column) => Uint32Array.from(rows, (row) => column[row])),
    texts: each(segment.texts, ({ at, values }) => {
      const places = new Map([[0, 0]]);
      const used = [values[0] ?? ''];
      const now = Uint32Array.from(rows, (row) => {
        const old = at[row];
        const known = places.get(old);
        if (known !== undefined) return known;
        places.set(old, used.length);
        used.push(values[old]);
        return used.length - 1;
      });
      return { at: now, values: used };
    }),
  };
}

/** Rows of one segment: few enough to be read and written at once. */
const FACTS_PER_SEGMENT = 65_536;

/** A segment of whatever length in pieces that are stored one by one. */
export function cutFacts(segment: FactSegment): FactSegment[] {
  if (segment.count <= FACTS_PER_SEGMENT) return segment.count === 0 ? [] : [segment];
  const pieces: FactSegment[] = [];
  for (let from = 0; from < segment.count; from += FACTS_PER_SEGMENT) {
    const length = Math.min(FACTS_PER_SEGMENT, segment.count - from);
    pieces.push(
      pickFacts(
        segment,
        Array.from({ length }, (_, i) => from + i),
      ),
    );
  }
  return pieces;
}
