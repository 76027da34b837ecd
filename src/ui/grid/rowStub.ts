import { type DimensionId, type MemberCode, UNASSIGNED } from '~/domain/dimension';
import { ROW_OPEN, ROW_PARENT, type SheetRows } from '~/domain/sheet';

/** All the grid knows of a row; its numbers come from the block cache. */
export interface RowStub {
  id: string;
  label: string;
  level: number;
  parent: boolean;
  open: boolean;
  /** Index in the sheet; −1 for rows the sheet does not have. */
  row: number;
  role: 'row' | 'total' | 'unallocated';
  /** Place among the rows of the same parent, for screen readers. */
  position: number;
  siblings: number;
}

/** The member a row stands for; null for the totals and for *unassigned*, which nobody named. */
export function memberOfRow({
  id,
  role,
}: Pick<RowStub, 'id' | 'role'>): { dimension: DimensionId; code: MemberCode } | null {
  if (role !== 'row') return null;
  const last = id.slice(id.lastIndexOf('/') + 1);
  const colon = last.lastIndexOf(':');
  const code = Number(last.slice(colon + 1));
  return code === UNASSIGNED ? null : { dimension: last.slice(0, colon), code };
}

export const UNALLOCATED_ROW = 'unallocated';

/** Stubs of the open rows, without the total, which is pinned. */
export function bodyStubs(rows: SheetRows): RowStub[] {
  const stubs: RowStub[] = [];
  /** Open families by level: a row of a higher level ends those below it. */
  const families: RowStub[][] = [];
  for (let row = 1; row < rows.ids.length; row++) {
    const level = rows.level[row];
    for (const family of families.splice(level + 1)) countSiblings(family);
    while (families.length <= level) families.push([]);
    const stub: RowStub = {
      id: rows.ids[row],
      label: rows.labels[row],
      level,
      parent: (rows.flags[row] & ROW_PARENT) !== 0,
      open: (rows.flags[row] & ROW_OPEN) !== 0,
      row,
      role: 'row',
      position: families[level].length + 1,
      siblings: 0,
    };
    families[level].push(stub);
    stubs.push(stub);
  }
  for (const family of families) countSiblings(family);
  return stubs;
}

function countSiblings(family: RowStub[]): void {
  for (const stub of family) stub.siblings = family.length;
}

const pinned = (id: string, label: string, role: RowStub['role'], row: number): RowStub => ({
  id,
  label,
  level: 1,
  parent: false,
  open: false,
  row,
  role,
  position: 1,
  siblings: 1,
});

/** The rows under the sheet: what is not given out yet, where there is a goal, and the total. */
export function pinnedStubs(
  rows: SheetRows,
  { unallocated, labels }: { unallocated: boolean; labels: { total: string; unallocated: string } },
): RowStub[] {
  const total = pinned(rows.ids[0], labels.total, 'total', 0);
  return unallocated ? [pinned(UNALLOCATED_ROW, labels.unallocated, 'unallocated', -1), total] : [total];
}
