import type { CellRef } from '~/domain/cell';
import type { Step } from '~/domain/journal';
import type { Result } from '~/domain/result';
import type { CellStory } from '~/domain/view';
import type { PlanDocument } from '../document';

export function cellStory(
  _document: PlanDocument,
  _cell: CellRef,
  _options: { steps: readonly Step[]; undone: ReadonlySet<number> },
): Result<CellStory> {
  throw new RangeError('not built yet');
}
