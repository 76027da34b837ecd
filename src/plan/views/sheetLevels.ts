import type { SheetAcross, SheetQuery } from '~/domain/sheet';
import type { ViewLevel } from '~/engine/cube/index';
import { membersOf, type OpenPlan, type PlanDocument } from '../document';
import { hierarchyOf, rowsByLevel } from '../members';
import { levelsOf, viewLevels } from '../resolve';

/** Levels of the rows of a sheet and, where members stand across, their level. */
export interface SheetLevels {
  rows: ViewLevel[];
  across: { level: ViewLevel; query: Extract<SheetAcross, { kind: 'members' }> } | null;
}

/**
 * The levels of a query in its order, each dimension by the hierarchy that is asked for, else by its main one. Dimensions
 * the lines do not have are left out; one that stands across is no row.
 */
export function sheetLevels(document: PlanDocument, open: OpenPlan, query: SheetQuery): SheetLevels {
  const across = acrossLevel(document, open, query);
  const taken = across?.level.dimension;
  const rows = query.dimensions.flatMap((dimension) => {
    const column = open.lines.dimensions.indexOf(dimension);
    if (column < 0 || dimension === taken) return [];
    const hierarchy = hierarchyOf(document.records, open.id, dimension, query.hierarchies?.[dimension]);
    return hierarchy
      ? levelsOf(hierarchy, membersOf(document, dimension), column)
      : viewLevels(document, open.id, [{ dimension, column }]);
  });
  return { rows, across };
}

function acrossLevel(document: PlanDocument, open: OpenPlan, query: SheetQuery): SheetLevels['across'] {
  if (query.across?.kind !== 'members') return null;
  const { dimension, level } = query.across;
  const column = open.lines.dimensions.indexOf(dimension);
  if (column < 0) return null;
  const hierarchy = hierarchyOf(document.records, open.id, dimension, query.hierarchies?.[dimension]);
  const levels = hierarchy ? rowsByLevel(hierarchy, membersOf(document, dimension)) : [];
  const index = hierarchy?.levels.indexOf(level) ?? -1;
  const ancestorOf = levels[index] ?? levels[levels.length - 1];
  return ancestorOf ? { level: { dimension, column, ancestorOf }, query: query.across } : null;
}
