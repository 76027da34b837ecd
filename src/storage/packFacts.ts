import type { FactSegment } from '~/domain/fact';
import { narrowCodes } from './narrowCodes';
import { factsChecksum, type StoredFacts, type StoredTexts } from './rows';

/**
 * Facts as they lie on disk: codes take one or two bytes where they fit, and texts are one text with their ends, as a list of
 * a hundred thousand short texts is slow to write. Reading gives back the same segment (`unpackFacts`).
 */
export function packFacts({ id, kind, count, keys, numbers, codes, texts }: FactSegment & { id: string }): StoredFacts {
  const packed = {
    id,
    kind,
    count,
    keys: joinTexts(keys),
    numbers,
    codes: mapValues(codes, narrowCodes),
    texts: mapValues(texts, ({ at, values }) => ({ at: narrowCodes(at), values: joinTexts(values) })),
  };
  return { ...packed, checksum: factsChecksum(packed) };
}

/** The facts as they were before `packFacts`, byte for byte. */
export function unpackFacts({ kind, count, keys, numbers, codes, texts }: StoredFacts): FactSegment {
  return {
    kind,
    count,
    keys: splitTexts(keys),
    numbers,
    codes: mapValues(codes, (column) => Uint32Array.from(column)),
    texts: mapValues(texts, ({ at, values }) => ({ at: Uint32Array.from(at), values: splitTexts(values) })),
  };
}

function joinTexts(texts: readonly string[]): StoredTexts {
  const ends = new Uint32Array(texts.length);
  let end = 0;
  texts.forEach((text, i) => {
    end += text.length;
    ends[i] = end;
  });
  return { joined: texts.join(''), ends };
}

const splitTexts = ({ joined, ends }: StoredTexts): string[] =>
  Array.from(ends, (end, i) => joined.slice(i === 0 ? 0 : ends[i - 1], end));

const mapValues = <A, B>(record: Record<string, A>, made: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(record).map(([id, value]) => [id, made(value)]));
