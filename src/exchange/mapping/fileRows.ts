import type { OrderFileTally, OrderSegment } from '~/domain/order';
import type { Day } from '~/domain/period';
import { createHashIndex } from '~/plan/sources/hashIndex';
import { pickOrders } from '~/plan/sources/orderRows';

/** Tells the rows of several files of one import apart: a row that an earlier file has too counts once. */
export interface FileRows {
  /** How many of the next rows, `limit` at most, are of one file, and whether they begin another one. */
  next(limit: number): { rows: number; isOther: boolean };
  /** The days these rows are dated. */
  dated(from: Day, to: Day): void;
  /** Identity and amount of one of them, by its running number; without effect for a single file. */
  note(index: number, row: number, amount: number): void;
  /** Running numbers of the rows that earlier files have too, and what they come to. */
  readonly again: ReadonlySet<number>;
  readonly amount: number;
  withoutAgain(segments: OrderSegment[]): OrderSegment[];
}

/** Rows are given in the order they were read; the tallies say how many are each file's, and are kept right. */
export function createFileRows(files: readonly OrderFileTally[], kept: number): FileRows {
  const rows = files.length > 1 ? createHashIndex(kept) : null;
  const counts = files.map((file) => file.kept);
  const again = new Set<number>();
  let amountAgain = 0;
  let file = 0;
  let inFile = 0;
  return {
    next(limit) {
      let isOther = false;
      while (file < files.length - 1 && inFile >= counts[file]) {
        file++;
        inFile = 0;
        isOther = true;
      }
      const rows = file < files.length - 1 ? Math.min(limit, counts[file] - inFile) : limit;
      inFile += rows;
      return { rows, isOther };
    },
    dated(from, to) {
      const tally = files[file];
      if (tally && (tally.from === null || from < tally.from)) tally.from = from;
      if (tally && (tally.to === null || to > tally.to)) tally.to = to;
    },
    note(index, row, amount) {
      if (!rows) return;
      const owner = rows.get(row);
      if (owner < 0) rows.add(row, file);
      if (owner < 0 || owner === file) return;
      again.add(index);
      amountAgain += amount;
      const tally = files[file];
      tally.kept--;
      tally.reported++;
      tally.amountKept -= amount;
      tally.amountReported += amount;
    },
    again,
    get amount() {
      return amountAgain;
    },
    withoutAgain(segments) {
      if (again.size === 0) return segments;
      let at = 0;
      return segments.flatMap((segment) => {
        const keep: number[] = [];
        for (let i = 0; i < segment.count; i++, at++) if (!again.has(at)) keep.push(i);
        if (keep.length === segment.count) return [segment];
        return keep.length > 0 ? [pickOrders(segment, keep)] : [];
      });
    },
  };
}
