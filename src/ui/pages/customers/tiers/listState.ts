import type { CustomersQuery } from '~/domain/view';
import type { RuleDraft } from './ruleDraft';

/** What the list shows, before it is cut into windows. */
export type ListState = Pick<CustomersQuery, 'search' | 'tier' | 'rfm' | 'sort' | 'group' | 'moved'>;

export type SortKey = CustomersQuery['sort']['by'];

export const START_LIST: ListState = {
  search: '',
  tier: null,
  rfm: null,
  sort: { by: 'score', descending: true },
};

/** Rows of the list that are asked for at once. */
export interface RowSpan {
  first: number;
  count: number;
}

/** Spans move in steps, so that scrolling within a step asks nobody. */
const STEP = 20;

/** The rows around what is in sight: one step before it, one behind. */
export function spanAround(place: { top: number; height: number; rowHeight: number }): RowSpan {
  const shown = Math.max(0, Math.floor(place.top / place.rowHeight));
  const first = Math.max(0, (Math.floor(shown / STEP) - 1) * STEP);
  const last = shown + Math.ceil(place.height / place.rowHeight);
  return { first, count: (Math.floor(last / STEP) + 2) * STEP - first };
}

export const customersQuery = (rule: RuleDraft | null, list: ListState, span: RowSpan): CustomersQuery => ({
  rule,
  ...list,
  ...span,
});

/** A cell of the matrix chosen a second time is let go. */
export function withCell(list: ListState, cell: { r: number; f: number }): ListState {
  const isSame = list.rfm?.r === cell.r && list.rfm.f === cell.f;
  return { ...list, group: null, rfm: isSame ? null : cell };
}

/** Numbers start with the largest, names at A; the same column again turns round. */
export function withSort(list: ListState, by: SortKey): ListState {
  const { sort } = list;
  const startsDown = by === 'score' || by === 'frequency' || by === 'monetary';
  return { ...list, sort: { by, descending: sort.by === by ? !sort.descending : startsDown } };
}
