import type { Result } from '~/domain/result';
import type { ColumnData, LeafEdit, Selection } from '../cube/index';
import type { Bounds } from './editTotal';

/** Makes leaves blank. Held, frozen and closed ones stay; held totals that would change are refused by name. */
export function clearLeaves(_options: Bounds & { column: ColumnData; edit: Selection }): Result<LeafEdit> {
  throw new RangeError('not built yet');
}

/** Holds or releases single leaf values. */
export function setHeld(_column: ColumnData, _selection: Selection, _held: boolean): LeafEdit {
  throw new RangeError('not built yet');
}
