import type { CellRef } from '~/domain/cell';
import { membersOf, type OpenPlan, type PlanDocument } from '../document';
import { hierarchyOf, underNode } from '../members';

/** Whether a line, given as its codes in the order of the table's dimensions, lies under a cell. */
export type LineTest = (codes: readonly number[]) => boolean;

/** The same answer as `rowsAt` gives, for lines that are not in the table now. */
export function lineTest(document: PlanDocument, open: OpenPlan, cell: CellRef): LineTest {
  const tests: { column: number; under: Uint8Array }[] = [];
  let misses = false;
  const underOf = (dimension: string, node: number): Uint8Array =>
    underNode(hierarchyOf(document.records, open.id, dimension), node, membersOf(document, dimension).next);
  for (const [dimension, node] of Object.entries(cell.at)) {
    const column = open.lines.dimensions.indexOf(dimension);
    if (column >= 0) tests.push({ column, under: underOf(dimension, node) });
    else if (node !== 0) misses = true;
  }
  for (const { dimension, members } of cell.within ?? []) {
    const column = open.lines.dimensions.indexOf(dimension);
    if (column < 0) continue;
    const under = new Uint8Array(Math.max(membersOf(document, dimension).next, 1));
    for (const member of members) {
      underOf(dimension, member).forEach((bit, code) => {
        if (bit === 1) under[code] = 1;
      });
    }
    tests.push({ column, under });
  }
  return (codes) => !misses && tests.every(({ column, under }) => under[codes[column]] === 1);
}
