import type { RowHit, RowHits } from '~/domain/range';
import { ALL_ROWS } from '~/domain/sheet';
import { memberName, membersOf, type PlanDocument } from '../document';
import { namesWith, type Reading } from './nameIndex';
import type { Sheet } from './sheet';
import { idUnder } from './sheetTree';

/** Hits that are carried; the count is complete. */
export const MOST_HITS = 500;

/**
 * Rows of the whole tree of a sheet, open or not, whose names hold all the words, in the order the rows would stand in.
 * Chinese names are found by their reading too where one is handed in. Rows that filters left out are not found.
 */
export function findRows(
  document: PlanDocument,
  sheet: Sheet,
  { words, reading }: { words: string; reading: Reading | null },
): RowHits {
  const { view } = sheet;
  const byDimension = new Map(
    [...new Set(view.levels.map(({ dimension }) => dimension))].map((dimension) => [
      dimension,
      namesWith(membersOf(document, dimension), words, reading),
    ]),
  );
  const found = view.levels.map(({ dimension }) => byDimension.get(dimension) ?? new Uint8Array(0));
  const label = (node: number): string =>
    memberName(document, view.levels[view.depth[node] - 1].dimension, view.code[node]);
  const hits: RowHit[] = [];
  let total = 0;
  const visit = (node: number, path: string, labels: readonly string[]): void => {
    const end = view.firstChild[node] + view.childCount[node];
    for (let child = view.firstChild[node]; child < end; child += 1) {
      const isHit = found[view.depth[child] - 1][view.code[child]] === 1;
      if (isHit) total += 1;
      const isCarried = isHit && hits.length < MOST_HITS;
      // Ids and names are made for rows that are on the way to something, not for all of a large tree.
      if (isCarried) {
        const own = label(child);
        hits.push({ row: idUnder(view, path, child), label: own, labels: [...labels, own] });
      }
      if (view.childCount[child] === 0) continue;
      if (hits.length < MOST_HITS) visit(child, idUnder(view, path, child), [...labels, label(child)]);
      else visit(child, path, labels);
    }
  };
  if (view.childCount[0] > 0) visit(0, ALL_ROWS, []);
  return { hits, total };
}
