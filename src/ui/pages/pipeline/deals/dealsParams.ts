import type { DealFilter, DealSort, DealsQuery, PipelineQuery } from '~/domain/pipelineView';

export const FILTERS: readonly DealFilter[] = ['all', 'open', 'slipping', 'stale', 'flawed', 'won', 'lost'];
export const SORTS: readonly DealSort[] = ['amount', 'expected', 'stageDays', 'ageDays', 'chance', 'title', 'stage'];

/** What a list of deals asks, without its window. */
export type DealsAsk = Omit<DealsQuery, 'first' | 'count'>;

/** The list that an address asks for: open ones by amount where it says nothing. */
export function dealsAsk(
  params: Readonly<Record<string, string>>,
  scope: PipelineQuery,
): Pick<DealsAsk, 'filter' | 'stage' | 'sort'> & PipelineQuery {
  const [by, order] = (params.sort ?? '').split('.');
  const sorted = SORTS.find((sort) => sort === by);
  return {
    ...scope,
    filter: FILTERS.find((filter) => filter === params.show) ?? 'open',
    stage: params.stage ?? null,
    sort: sorted ? { by: sorted, descending: order === 'down' } : { by: 'amount', descending: true },
  };
}

/** A sort as one param of the address; null where it is the usual one. */
export const sortParam = ({ by, descending }: DealsAsk['sort']): string | null =>
  by === 'amount' && descending ? null : `${by}.${descending ? 'down' : 'up'}`;
