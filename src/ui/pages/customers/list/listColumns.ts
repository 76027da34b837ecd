import { attributeOf, LIST_COLUMNS, type ListColumn, type ListKind } from '~/domain/customerList';
import type { Translate } from '~/i18n/translate';

/** Shown before somebody chose their own. */
export const START_COLUMNS: readonly ListColumn[] = [
  'name',
  'tier',
  'segment',
  'stage',
  'seller',
  'region',
  'recencyDays',
  'frequency',
  'sales12',
  'trend',
  'growth',
  'target',
  'attainment',
  'nextVisit',
  'risk',
];

interface ColumnLook {
  look: 'name' | 'text' | 'number' | 'flag' | 'trend';
  width: number;
  sums?: true;
  startsDown?: false;
}

const LOOKS: Record<(typeof LIST_COLUMNS)[number], ColumnLook> = {
  name: { look: 'name', width: 200, startsDown: false },
  tier: { look: 'flag', width: 60, startsDown: false },
  segment: { look: 'text', width: 96 },
  stage: { look: 'flag', width: 88, startsDown: false },
  seller: { look: 'text', width: 104 },
  region: { look: 'text', width: 72 },
  recencyDays: { look: 'number', width: 104, startsDown: false },
  frequency: { look: 'number', width: 104 },
  sales12: { look: 'number', width: 100, sums: true },
  trend: { look: 'trend', width: 108 },
  salesBefore: { look: 'number', width: 104, sums: true },
  growth: { look: 'number', width: 80 },
  target: { look: 'number', width: 92, sums: true },
  attainment: { look: 'number', width: 76 },
  nextVisit: { look: 'text', width: 100, startsDown: false },
  risk: { look: 'flag', width: 84 },
  silence: { look: 'number', width: 88 },
  alive: { look: 'number', width: 88, startsDown: false },
  share: { look: 'number', width: 96 },
  score: { look: 'number', width: 88 },
  orders: { look: 'number', width: 84, sums: true },
  averageOrder: { look: 'number', width: 104 },
  categories: { look: 'number', width: 108 },
  firstOrderDays: { look: 'number', width: 120 },
  settlementMethod: { look: 'text', width: 112 },
  salesMode: { look: 'text', width: 112 },
};

const NUMBER_KINDS: ReadonlySet<ListKind> = new Set(['money', 'count', 'share', 'times', 'number']);

/** How a column looks; an attribute is a number where the rows say so. */
export function columnLook(column: ListColumn, kind: ListKind | null): ColumnLook {
  const known = LIST_COLUMNS.find((id) => id === column);
  if (known) return LOOKS[known];
  const isNumber = kind !== null && NUMBER_KINDS.has(kind);
  return { look: isNumber ? 'number' : 'text', width: 112, ...(kind === 'money' ? { sums: true as const } : {}) };
}

/** Room for a head on one line, sign of the order included. */
export const headWidth = (head: string): number =>
  [...head].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 12.5 : 6.6), 34);

/** The name of a fact of the customer: ours where we know it, else as the file called it. */
export const attributeName = (attribute: string, t: Translate): string =>
  t.find(`customerList.attribute.${attribute}`) ?? attribute;

export function columnName(column: ListColumn, t: Translate): string {
  const attribute = attributeOf(column);
  return attribute === null ? (t.find(`customerList.column.${column}`) ?? column) : attributeName(attribute, t);
}

/** Facts that customers may get though none has them yet. */
export const KNOWN_ATTRIBUTES = [
  'industry',
  'size',
  'need',
  'group',
  'influence',
  'potential',
  'employees',
  'creditLimit',
  'termsDays',
  'rating',
  'keyAccount',
  'contact',
  'settlementMethod',
  'salesMode',
] as const;
