import type { RowStub } from './rowStub';

/** Classes of the cells of a column: those all of them wear, and those that follow from what stands behind a number. */
export interface CellDress {
  fixed: readonly string[];
  /** Looks by bit. */
  looks: readonly string[];
  looksOf(row: RowStub): number;
}

/** What each cell wears now. */
const worn = new WeakMap<Element, { dress: CellDress; looks: number }>();

/**
 * Puts on what changed and nothing else. The package would take the classes of every cell off and on again whenever
 * numbers come, and the browser would style the whole sheet anew.
 */
export function dressCell(cell: Element, dress: CellDress, row: RowStub): void {
  const before = worn.get(cell);
  const looks = dress.looksOf(row);
  if (before?.dress === dress) {
    if (before.looks === looks) return;
    const changed = before.looks ^ looks;
    for (let bit = 0; bit < dress.looks.length; bit++)
      if (changed & (1 << bit)) cell.classList.toggle(dress.looks[bit], (looks & (1 << bit)) !== 0);
  } else {
    if (before) cell.classList.remove(...before.dress.fixed, ...namesOf(before.dress, before.looks));
    cell.classList.add(...dress.fixed, ...namesOf(dress, looks));
  }
  worn.set(cell, { dress, looks });
}

const namesOf = ({ looks }: CellDress, bits: number): string[] => looks.filter((_, bit) => bits & (1 << bit));
