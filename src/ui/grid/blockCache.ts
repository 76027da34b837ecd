import type { SheetBlock, SheetRows } from '~/domain/sheet';

export interface CellNumber {
  value: number;
  flags: number;
}

/** Numbers of the sheet by row id, so that opening and closing rows does not blank what is already known. */
export interface BlockCache {
  /** Takes a block that fits the rows it was cut from; one older than the newest revision is dropped. False = stale. */
  put(rows: SheetRows, block: SheetBlock): boolean;
  /** The newest known number of a cell, shown until a newer one comes; null = not known yet. */
  read(rowId: string, field: number): CellNumber | null;
  /** The twelve numbers behind the small line of a row; null where none came. */
  trend(rowId: string): Float64Array | null;
  /** Ids of the rows of a block whose numbers or what stands behind them differ from what is known. */
  differing(rows: SheetRows, block: SheetBlock): string[];
  /** True where every row of a window is known at the newest revision. */
  covers(rows: SheetRows, first: number, count: number): boolean;
  revision(): number;
  clear(): void;
}

interface Place {
  block: SheetBlock;
  row: number;
  fields: number;
}

/** As many as a sheet can have open: what was selected stays at hand. The oldest beyond are forgotten. */
const KEPT_ROWS = 50_000;

export function createBlockCache(): BlockCache {
  const places = new Map<string, Place>();
  let revision = -1;

  return {
    put(rows, block) {
      if (block.sheet !== rows.sheet || block.version !== rows.version || block.revision < revision) return false;
      revision = block.revision;
      for (let row = 0; row < block.count; row++) {
        const id = rows.ids[block.first + row];
        if (id === undefined) break;
        places.delete(id);
        places.set(id, { block, row, fields: rows.fields.length });
      }
      for (const id of places.keys()) {
        if (places.size <= KEPT_ROWS) break;
        places.delete(id);
      }
      return true;
    },
    read(rowId, field) {
      const place = places.get(rowId);
      if (!place || field < 0) return null;
      const at = place.row * place.fields + field;
      return { value: place.block.values[at], flags: place.block.flags[at] };
    },
    trend(rowId) {
      const place = places.get(rowId);
      const points = place?.block.trend;
      if (!place || !points || place.block.count === 0) return null;
      const width = points.length / place.block.count;
      return points.subarray(place.row * width, (place.row + 1) * width);
    },
    differing(rows, block) {
      const width = rows.fields.length;
      const ids: string[] = [];
      for (let row = 0; row < block.count; row++) {
        const id = rows.ids[block.first + row];
        if (id !== undefined && !isSame(places.get(id), { block, row, fields: width })) ids.push(id);
      }
      return ids;
    },
    covers(rows, first, count) {
      const end = Math.min(first + count, rows.ids.length);
      for (let row = Math.max(0, first); row < end; row++)
        if (places.get(rows.ids[row])?.block.revision !== revision) return false;
      return true;
    },
    revision: () => revision,
    clear() {
      places.clear();
      revision = -1;
    },
  };
}

function isSame(known: Place | undefined, next: Place): boolean {
  if (!known || known.fields !== next.fields) return false;
  for (let field = 0; field < next.fields; field++) {
    const [a, b] = [known.row * next.fields + field, next.row * next.fields + field];
    if (known.block.values[a] !== next.block.values[b] || known.block.flags[a] !== next.block.flags[b]) return false;
  }
  return true;
}
