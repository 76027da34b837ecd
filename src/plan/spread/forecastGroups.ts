import type { At } from '~/domain/cell';
import { membersOf } from '../document';
import { mainLevels } from '../mainLevels';
import { hierarchyOfNode, underNode } from '../members';
import type { SpreadSource } from './spreadSource';

/** Lines of a cell that are foretold as one node. */
export interface ForecastGroup {
  at: At;
  /** Places within the rows of the source. */
  places: number[];
}

/** More nodes than this are not foretold while somebody waits for a preview. */
const MOST = 40;

/**
 * The lines of a cell by the nodes of the main view below it, as deep as there are at most forty of them. One group alone, or a
 * cell that is cut by a filter, gives none: then the cell is foretold as a whole.
 */
export function forecastGroups({ document, plan, open, cell, rows }: SpreadSource): ForecastGroup[] {
  if (cell.within?.length) return [];
  const levels = mainLevels(document, plan);
  let paths = Array.from(rows, () => '');
  let found: number[][] = [];
  let depth = 0;
  for (const [index, { column, ancestorOf }] of levels.entries()) {
    const codes = open.lines.codes[column];
    paths = paths.map((path, j) => `${path}/${ancestorOf[codes[rows[j]]] ?? 0}`);
    const groups = new Map<string, number[]>();
    for (const [j, path] of paths.entries()) {
      const own = groups.get(path);
      if (own) own.push(j);
      else if (groups.size === MOST) return grouped(found, depth);
      else groups.set(path, [j]);
    }
    found = [...groups.values()];
    depth = index + 1;
  }
  return grouped(found, depth);

  function grouped(groups: number[][], down: number): ForecastGroup[] {
    if (groups.length < 2) return [];
    return groups.map((places) => ({ at: addressOf(rows[places[0]], down), places }));
  }

  /** The address of the cell, narrowed to a line's node on each level. */
  function addressOf(row: number, down: number): At {
    const at: At = { ...cell.at };
    for (const { dimension, column, ancestorOf } of levels.slice(0, down)) {
      const code = ancestorOf[open.lines.codes[column][row]] ?? 0;
      const named = at[dimension];
      const members = membersOf(document, dimension);
      const tree = named === undefined ? null : hierarchyOfNode(document.records, plan.id, { members, node: named });
      if (named === undefined || underNode(tree, named, members.next)[code] === 1) at[dimension] = code;
    }
    return at;
  }
}
