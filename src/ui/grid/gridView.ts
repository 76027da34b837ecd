import type { DimensionId } from '~/domain/dimension';
import type { Issue } from '~/domain/issue';
import type { NumberContext } from '~/domain/number';
import type { SheetField, ShowAs } from '~/domain/sheet';
import type { Format, MoneyView } from '~/i18n/format';
import type { Translate } from '~/i18n/translate';
import type { Companion } from './companions';
import type { GridLook } from './gridLook';

export type Grain = 'year' | 'quarter' | 'month';

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
  /** Why nothing can be typed at all, where something is to be said of it. */
  readOnlyWhy: Issue | null;
  shown: readonly Companion[];
  look: GridLook;
  showAs: ShowAs;
  /** A dimension as people call it. */
  nameOf(dimension: DimensionId): string;
  issueText(issue: Issue): string;
  /** How a text typed into a cell is to be read. */
  reading: Omit<NumberContext, 'current' | 'kind'>;
  /** The exact amount as it may be typed back. */
  plain(amount: number): string;
}

/** True where two views put everything the same; words and formats are one object per language. */
export const sameView = (a: GridView, b: GridView): boolean => a.format === b.format && viewKey(a) === viewKey(b);

const viewKey = (view: GridView): string => {
  const { money, unitName, rowsTitle, fiscalYear, closedPeriods, readOnlyWhy, readOnly, shown, look, showAs } = view;
  const texts = [money, unitName, rowsTitle, fiscalYear, closedPeriods, readOnlyWhy, readOnly, shown, look, showAs];
  return JSON.stringify(texts);
};

/** Head of a column. */
export function fieldName(field: SheetField, view: GridView): string {
  const { t, format } = view;
  switch (field.kind) {
    case 'month':
      return format.month(field.periods[0]);
    case 'quarter':
    case 'half':
      return t('plan.subtotal');
    case 'year':
      return t('plan.yearTarget', { year: format.fiscalYear(yearOf(field, view), true) });
    case 'member':
    case 'measure':
      return field.label ?? '';
    case 'compare':
      return field.label ?? t.find(`pivot.layer.${field.column?.layer}`) ?? t('plan.field.compare');
    default:
      return t(`plan.field.${field.kind}`);
  }
}

/** Head of a group: Q2, first half, FY27, a product group. */
export function groupName(field: SheetField, view: GridView): string {
  if (field.kind === 'quarter') return view.format.quarter(field.id);
  if (field.kind === 'half') return view.t(field.id.endsWith('H1') ? 'plan.firstHalf' : 'plan.secondHalf');
  if (field.kind === 'year') return view.format.fiscalYear(yearOf(field, view));
  return fieldName(field, view);
}

/** The same where the head of its group is not in sight: Q2, FY27; with the year where there are several. */
export function fieldAddress(field: SheetField, view: GridView): string {
  if (field.kind === 'year') return groupName(field, view);
  if (field.kind !== 'quarter' && field.kind !== 'half') return fieldName(field, view);
  const year = Number(/:(\d{4})-/.exec(field.id)?.[1] ?? view.fiscalYear);
  const name = groupName(field, view);
  return year === view.fiscalYear ? name : `${view.format.fiscalYear(year, true)} ${name}`;
}

/** 2027 of 'y:2027'; the plan's first year where the id names none. */
const yearOf = ({ id }: SheetField, { fiscalYear }: GridView): number =>
  Number(/^y:(\d{4})$/.exec(id)?.[1] ?? fiscalYear);
