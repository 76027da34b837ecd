import { foldKey } from '~/domain/dimension';
import { type Reading, readingsOf, searchWords } from './nameIndex';

/**
 * A test for rows of texts: every word must be found in one of them (in its reading too, where one is handed in), whatever
 * case or width. Nothing typed takes all.
 */
export function wordsTest(search: string, reading: Reading | null = null): (...texts: string[]) => boolean {
  const words = searchWords(search);
  // Names come again on many rows, and reading one is slow.
  const looked = new Map<string, string>();
  const lookedAt = (text: string): string => {
    const known = looked.get(text);
    if (known !== undefined) return known;
    const made = [foldKey(text), ...readingsOf(text, reading)].join('\n');
    looked.set(text, made);
    return made;
  };
  return (...texts) => {
    if (words.length === 0) return true;
    const folded = texts.map(lookedAt);
    return words.every((word) => folded.some((text) => text.includes(word)));
  };
}

/** Sorts rows by a key in place; rows without one come last either way, equal ones stay as they were. */
export function sortRows<R>(rows: R[], key: (row: R) => number | string | null, descending: boolean): R[] {
  const direction = descending ? -1 : 1;
  const order = new Intl.Collator('zh-CN', { numeric: true });
  return rows.sort((a, b) => {
    const [x, y] = [key(a), key(b)];
    if (x === null || y === null) return x === y ? 0 : x === null ? 1 : -1;
    if (typeof x === 'string' || typeof y === 'string') return direction * order.compare(String(x), String(y));
    return direction * (x - y);
  });
}

/** The rows of a window of a list. */
export function windowOf<R>(rows: readonly R[], window: { first: number; count: number }): R[] {
  const first = Math.max(0, window.first);
  return rows.slice(first, first + Math.max(0, window.count));
}
