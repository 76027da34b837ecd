import type { Issue } from '~/domain/issue';
import type { NumberContext } from '~/domain/number';
import type { SheetField } from '~/domain/sheet';
import type { Format, MoneyView } from '~/i18n/format';
import type { Translate } from '~/i18n/translate';

export type Grain = 'year' | 'quarter' | 'month';

/** Columns beside the target that a person may show or hide. */
export const COMPANIONS = ['lastYear', 'growth', 'goal'] as const;
export type Companion = (typeof COMPANIONS)[number];

/** How numbers and words are put: everything about the grid that a change of language, unit or column choice changes. */
export interface GridView {
  t: Translate;
  format: Format;
  money: MoneyView;
  /** 万元, $ k: stands in the header and in the editor. */
  unitName: string;
  /** 区域 › 业务员 › 产品 */
  rowsTitle: string;
  fiscalYear: number;
  closedPeriods: readonly string[];
  readOnly: boolean;
  shown: readonly Companion[];
  issueText(issue: Issue): string;
  /** How a text typed into a cell is to be read. */
  reading: Omit<NumberContext, 'current' | 'kind'>;
  /** The exact amount as it may be typed back. */
  plain(amount: number): string;
}

/** True where two views put everything the same; words and formats are one object per language. */
export const sameView = (a: GridView, b: GridView): boolean => a.format === b.format && viewKey(a) === viewKey(b);

const viewKey = ({ money, unitName, rowsTitle, fiscalYear, closedPeriods, readOnly, shown }: GridView): string =>
  JSON.stringify([money, unitName, rowsTitle, fiscalYear, closedPeriods, readOnly, shown]);

/** The companion switch a column belongs to; null for columns that are always there. */
export function companionOf(kind: SheetField['kind']): Companion | null {
  if (kind === 'lastYear' || kind === 'growth') return kind;
  return kind === 'goal' || kind === 'unallocated' || kind === 'overAssignment' ? 'goal' : null;
}

/** Head of a column. */
export function fieldName(field: SheetField, { t, format, fiscalYear }: GridView): string {
  switch (field.kind) {
    case 'month':
      return format.month(field.periods[0]);
    case 'quarter':
      return t('plan.subtotal');
    case 'year':
      return t('plan.yearTarget', { year: format.fiscalYear(fiscalYear, true) });
    case 'member':
    case 'measure':
      return field.label ?? '';
    default:
      return t(`plan.field.${field.kind}`);
  }
}

/** The same where the head of its group is not in sight: Q2, FY27. */
export function fieldAddress(field: SheetField, view: GridView): string {
  if (field.kind === 'quarter') return view.format.quarter(field.id);
  if (field.kind === 'year') return view.format.fiscalYear(view.fiscalYear);
  return fieldName(field, view);
}
