import type { PlanSettings } from '~/domain/command';
import type { Day } from '~/domain/period';
import type { PlanProposal } from '~/domain/view';
import type { PlanDocument } from '../document';

export function planProposal(
  _document: PlanDocument,
  _wanted: Partial<PlanSettings>,
  _options: { today: Day },
): PlanProposal {
  throw new RangeError('not built yet');
}
