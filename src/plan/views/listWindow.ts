import { foldKey } from '~/domain/dimension';

/** A test for names: every word must be found in one of the texts, whatever case or width. Nothing typed takes all. */
export function wordsTest(search: string): (...texts: string[]) => boolean {
  const words = foldKey(search)
    .split(' ')
    .filter((word) => word !== '');
  return (...texts) => {
    if (words.length === 0) return true;
    const folded = texts.map(foldKey).join('\n');
    return words.every((word) => folded.includes(word));
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
