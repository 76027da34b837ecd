import { type CustomerListQuery, LIST_COLUMNS, type ListColumn } from '~/domain/customerList';
import { type Condition, LIFECYCLE_STAGES } from '~/domain/segmentation';

/** The address of a list: what is not in it is as at the start. */
export type ListParams = Readonly<Record<string, string>>;

const TIERS = ['A', 'B', 'C', 'none'] as const;
const START_SORT: CustomerListQuery['sort'] = { by: 'sales12', descending: true };

/** What an address asks the list; parts of it that are not understood are left out. */
export function queryOf(params: ListParams): CustomerListQuery {
  return {
    search: params.q ?? '',
    tier: TIERS.find((tier) => tier === params.tier) ?? null,
    stage: LIFECYCLE_STAGES.find((stage) => stage === params.stage) ?? null,
    segmentation: params.segmentation ?? null,
    segment: params.segment ?? null,
    all: [...ownerOf(params, 'seller'), ...ownerOf(params, 'region'), ...conditionsOf(params.where)],
    sort: sortOf(params.sort),
  };
}

/** The address of a query, null for what is as at the start; owners by one code stand as such. */
export function paramsOf(query: CustomerListQuery): Record<string, string | null> {
  const owner = (dimension: 'seller' | 'region') => query.all.find((condition) => isOwner(condition, dimension));
  const [seller, region] = [owner('seller'), owner('region')];
  const rest = query.all.filter((condition) => condition !== seller && condition !== region);
  const { by, descending } = query.sort;
  const isStart = by === START_SORT.by && descending === START_SORT.descending;
  return {
    q: query.search === '' ? null : query.search,
    tier: query.tier,
    stage: query.stage,
    segmentation: query.segmentation,
    segment: query.segment,
    seller: seller ? String(seller.value) : null,
    region: region ? String(region.value) : null,
    where: rest.length === 0 ? null : JSON.stringify(rest),
    sort: isStart ? null : `${descending ? '-' : ''}${by}`,
  };
}

/** Whether anything narrows the list. */
export const isNarrowed = (query: CustomerListQuery): boolean =>
  query.search !== '' || query.tier !== null || query.stage !== null || query.segment !== null || query.all.length > 0;

/** All customers, in the order that is on. */
export const widened = (query: CustomerListQuery): CustomerListQuery => ({
  ...query,
  search: '',
  tier: null,
  stage: null,
  segment: null,
  all: [],
});

/** The one member of a dimension that is asked for as owner; null = all. */
export const ownerIn = (query: CustomerListQuery, dimension: 'seller' | 'region'): number | null => {
  const found = query.all.find((condition) => isOwner(condition, dimension));
  return found ? Number(found.value) : null;
};

export const withOwner = (
  query: CustomerListQuery,
  dimension: 'seller' | 'region',
  code: number | null,
): CustomerListQuery => {
  const all = query.all.filter((condition) => !isOwner(condition, dimension));
  const own: Condition[] = code === null ? [] : [{ column: { kind: 'member', dimension }, is: 'is', value: code }];
  return { ...query, all: [...own, ...all] };
};

export const isOwner = ({ column, is }: Condition, dimension: 'seller' | 'region'): boolean =>
  column.kind === 'member' && column.dimension === dimension && is === 'is';

const ownerOf = (params: ListParams, dimension: 'seller' | 'region'): Condition[] => {
  const code = Number(params[dimension]);
  return Number.isInteger(code) && code > 0 ? [{ column: { kind: 'member', dimension }, is: 'is', value: code }] : [];
};

function sortOf(text: string | undefined): CustomerListQuery['sort'] {
  if (text === undefined) return START_SORT;
  const by = text.replace(/^-/, '');
  return isListColumn(by) ? { by, descending: text.startsWith('-') } : START_SORT;
}

export const isListColumn = (id: string): id is ListColumn =>
  id.startsWith('attribute:') || LIST_COLUMNS.some((column) => column === id);

const COMPARISONS: readonly string[] = ['is', 'isNot', 'atLeast', 'below', 'contains', 'blank', 'notBlank'];

function conditionsOf(text: string | undefined): Condition[] {
  if (text === undefined) return [];
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) ? read.filter(isCondition) : [];
  } catch {
    return [];
  }
}

const COLUMN_KINDS: readonly string[] = ['figure', 'attribute', 'member', 'class'];

function isCondition(value: unknown): value is Condition {
  if (typeof value !== 'object' || value === null) return false;
  const { column, is } = value as { column?: unknown; is?: unknown };
  const kind = typeof column === 'object' && column !== null ? (column as { kind?: unknown }).kind : null;
  return typeof is === 'string' && COMPARISONS.includes(is) && typeof kind === 'string' && COLUMN_KINDS.includes(kind);
}
