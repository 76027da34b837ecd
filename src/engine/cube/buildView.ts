import { type LevelKey, levelKey } from './levelKey';
import type { LineTable } from './lineTable';
import { packRows, type Rows } from './rows';
import { isSorted, sortPositions } from './sortPositions';
import { NONE, type View, type ViewLevel } from './view';

/**
 * The tree of lines by these levels, siblings by rank; `mask` (1 = shown, by position) leaves lines out. Counting sorts,
 * linear in lines × levels. No levels gives one cell with all lines, no lines a lone root without cells.
 */
export function buildView(lines: LineTable, levels: ViewLevel[], mask?: Uint8Array): View {
  const keys = levels.map((level) => levelKey(level, lines.codes[level.column], lines.count));
  const perm = viewOrder(keys, lines.count, mask);
  const shown = perm ? perm.length : lines.count;

  const opens = levelsOpened(keys, perm, shown);
  const sizes = new Uint32Array(levels.length + 1);
  sizes[0] = 1;
  for (let i = 0; i < shown; i++) for (let d = opens[i]; d <= levels.length; d++) sizes[d]++;

  const offsets = new Uint32Array(levels.length + 2);
  for (let d = 0; d <= levels.length; d++) offsets[d + 1] = offsets[d] + sizes[d];
  const view = emptyView(levels, {
    count: offsets[levels.length + 1],
    cells: sizes[levels.length],
    lines: lines.count,
  });
  view.firstLeaf = offsets[levels.length];
  view.perm = perm;

  const next = offsets.slice();
  const open = new Uint32Array(levels.length + 1);
  next[0] = 1;
  let cell = levels.length === 0 ? 0 : -1;
  for (let i = 0; i < shown; i++) {
    const position = perm ? perm[i] : i;
    for (let d = opens[i]; d <= levels.length; d++) {
      const node = next[d]++;
      open[d] = node;
      const parent = open[d - 1];
      view.depth[node] = d;
      view.code[node] = keys[d - 1].shown[keys[d - 1].key[position]];
      view.parent[node] = parent;
      if (view.childCount[parent]++ === 0) view.firstChild[parent] = node;
      if (d === levels.length) view.cellStart[++cell] = i;
      view.firstCell[node] = d === levels.length ? cell : cell + 1;
    }
    view.cellOf[position] = cell;
  }
  view.cellStart[view.cells] = shown;
  closeCells(view, offsets);
  return view;
}

/** Null where the physical order serves. */
function viewOrder(keys: LevelKey[], count: number, mask: Uint8Array | undefined): Uint32Array | null {
  if (!mask && isSorted(keys, count)) return null;
  const perm = sortPositions(keys, count);
  return mask ? perm.filter((position) => mask[position] === 1) : perm;
}

/** For each line in view order, the depth of the topmost node that starts with it; below the leaves where none does. */
function levelsOpened(keys: LevelKey[], perm: Uint32Array | null, shown: number): Uint8Array {
  const opens = new Uint8Array(shown);
  let before = 0;
  for (let i = 0; i < shown; i++) {
    const position = perm ? perm[i] : i;
    let d = 0;
    if (i > 0) while (d < keys.length && keys[d].key[position] === keys[d].key[before]) d++;
    opens[i] = d + 1;
    before = position;
  }
  return opens;
}

function emptyView(levels: ViewLevel[], size: { count: number; cells: number; lines: number }): View {
  const view: View = {
    levels,
    count: size.count,
    depth: new Uint8Array(size.count),
    code: new Uint32Array(size.count),
    parent: new Uint32Array(size.count),
    firstChild: new Uint32Array(size.count).fill(NONE),
    childCount: new Uint32Array(size.count),
    firstCell: new Uint32Array(size.count),
    endCell: new Uint32Array(size.count),
    cells: size.cells,
    firstLeaf: 0,
    cellStart: new Uint32Array(size.cells + 1),
    perm: null,
    cellOf: new Uint32Array(size.lines).fill(NONE),
  };
  view.parent[0] = NONE;
  return view;
}

/** A node ends where the next one of its level starts. */
function closeCells(view: View, offsets: Uint32Array): void {
  for (let d = 0; d + 1 < offsets.length; d++) {
    for (let node = offsets[d]; node < offsets[d + 1]; node++)
      view.endCell[node] = node + 1 < offsets[d + 1] ? view.firstCell[node + 1] : view.cells;
  }
}

/** The lines under a node: a range in the main view, else an ascending list. */
export function nodeRows(view: View, node: number): Rows {
  const first = view.cellStart[view.firstCell[node]];
  const end = view.cellStart[view.endCell[node]];
  return view.perm ? packRows(view.perm.slice(first, end).sort()) : { first, end };
}
