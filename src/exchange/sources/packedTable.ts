import type { PackTable, TableFormat } from '~/domain/packView';
import type { Lookup } from '../mapping/mapping';
import type { SeenTable } from './readByHand';
import type { TableSource, TableTexts } from './tableSource';

/** A table of a pack: where it is, its first rows as text, and all of them where it is small enough to be joined. */
export interface PackedTable {
  source: TableSource;
  table: PackTable;
  head: TableTexts;
  whole: TableTexts | null;
  seen: SeenTable;
  /** What a person set about how it is read. */
  given?: Partial<TableFormat>;
}

/** A small table as orders are joined to it. */
export const lookupOf = ({ source, whole, head }: PackedTable): Lookup => ({
  name: source.id,
  headers: source.headers,
  rows: (whole ?? head).rows,
});
