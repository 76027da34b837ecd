import { ALL_ROWS, rowPart } from '~/domain/sheet';
import type { View } from '~/engine/cube/index';

/** The most rows that are open at once; beyond it rows stay away, and the sheet says so. */
export const MAX_OPEN_ROWS = 50_000;

/** The tree of a sheet with what is open in it. */
export interface SheetTree {
  /** Rises whenever the rows are laid anew. */
  version: number;
  view: View;
  open: Set<string>;
  /** Node per visible row; row 0 is the root. */
  nodes: Uint32Array;
  /** Row id per visible row. */
  ids: string[];
  /** More rows are open than a sheet shows. */
  isCut: boolean;
}

/** Ids that are open on a new sheet: the total and, where there is a level below them, the rows of the first one. */
export function firstLevel(view: View): string[] {
  return view.levels.length < 2 ? [ALL_ROWS] : openIds(view, 1);
}

/** Lists the visible rows, depth first, up to the limit. */
export function layRows(tree: SheetTree): void {
  const { view, open } = tree;
  const nodes: number[] = [0];
  const ids: string[] = [ALL_ROWS];
  tree.isCut = false;
  const visit = (node: number, path: string): void => {
    const end = view.firstChild[node] + view.childCount[node];
    for (let child = view.firstChild[node]; child < end; child += 1) {
      if (nodes.length >= MAX_OPEN_ROWS) {
        tree.isCut = true;
        return;
      }
      const id = idUnder(view, path, child);
      nodes.push(child);
      ids.push(id);
      if (view.childCount[child] > 0 && open.has(id)) visit(child, id);
    }
  };
  if (view.childCount[0] > 0) visit(0, ALL_ROWS);
  tree.nodes = Uint32Array.from(nodes);
  tree.ids = ids;
  tree.version += 1;
}

export function toggleRow(tree: SheetTree, row: string, isOpen: boolean): void {
  if (isOpen) tree.open.add(row);
  else tree.open.delete(row);
  layRows(tree);
}

/**
 * Opens the rows that a row lies under. Where so much is open that it would still not be among the rows of the sheet,
 * everything else is closed. A row the tree does not have opens what it can.
 */
export function revealRow(tree: SheetTree, row: string): void {
  const above = rowsAbove(row);
  for (const id of above) tree.open.add(id);
  layRows(tree);
  if (!tree.isCut || tree.ids.includes(row)) return;
  tree.open = new Set(above);
  layRows(tree);
}

/** Opens every row down to this depth and closes all below; 0 closes all. */
export function openLevel(tree: SheetTree, level: number): void {
  tree.open = new Set(level > 0 ? openIds(tree.view, level) : [ALL_ROWS]);
  layRows(tree);
}

/** The rows a row lies under, from the outermost in, without the total. */
function rowsAbove(row: string): string[] {
  const above: string[] = [];
  for (let slash = row.indexOf('/'); slash >= 0; slash = row.indexOf('/', slash + 1)) above.push(row.slice(0, slash));
  return above;
}

/** The id of a child in the view, given its parent's. */
export function idUnder(view: View, path: string, child: number): string {
  const part = rowPart(view.levels[view.depth[child] - 1].dimension, view.code[child]);
  return path === ALL_ROWS ? part : `${path}/${part}`;
}

/** The node a row id names, null where the tree has no such row. */
export function nodeOfRow(view: View, row: string): number | null {
  let node = 0;
  if (row === ALL_ROWS) return node;
  for (const part of row.split('/')) {
    const colon = part.lastIndexOf(':');
    const code = Number(part.slice(colon + 1));
    const first = view.firstChild[node];
    const end = first + view.childCount[node];
    let child = first;
    while (child < end && view.code[child] !== code) child += 1;
    if (child >= end || view.levels[view.depth[child] - 1].dimension !== part.slice(0, colon)) return null;
    node = child;
  }
  return node;
}

/** Parents down to a depth, the total too, as many as may be open at all. */
function openIds(view: View, depth: number): string[] {
  const ids: string[] = [ALL_ROWS];
  const visit = (node: number, path: string): void => {
    const end = view.firstChild[node] + view.childCount[node];
    for (let child = view.firstChild[node]; child < end && ids.length < MAX_OPEN_ROWS; child += 1) {
      if (view.childCount[child] === 0) return;
      const id = idUnder(view, path, child);
      ids.push(id);
      if (view.depth[child] < depth) visit(child, id);
    }
  };
  if (view.childCount[0] > 0) visit(0, ALL_ROWS);
  return ids;
}
