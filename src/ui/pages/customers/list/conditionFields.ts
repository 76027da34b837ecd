import type { CustomerListChoices } from '~/domain/customerList';
import { type Comparison, type Condition, CUSTOMER_FIGURES, type CustomerColumn } from '~/domain/segmentation';
import type { Translate } from '~/i18n/translate';
import { attributeName } from './listColumns';

/** A column that a condition can be about. */
export interface ConditionField {
  key: string;
  label: string;
  column: CustomerColumn;
  kind: 'money' | 'share' | 'count' | 'text' | 'member';
}

export const fieldKey = (column: CustomerColumn): string => JSON.stringify(column);

const MONEY: ReadonlySet<string> = new Set(['sales12', 'salesBefore', 'averageOrder']);
const SHARES: ReadonlySet<string> = new Set(['growth', 'share']);

/** What the list can be narrowed by, figures first. */
export function conditionFields(choices: CustomerListChoices | null, t: Translate): ConditionField[] {
  const field = (column: CustomerColumn, label: string, kind: ConditionField['kind']): ConditionField => ({
    key: fieldKey(column),
    label,
    column,
    kind,
  });
  return [
    ...CUSTOMER_FIGURES.map((figure) =>
      field(
        { kind: 'figure', figure },
        t(`customerList.column.${figure}`),
        MONEY.has(figure) ? 'money' : SHARES.has(figure) ? 'share' : 'count',
      ),
    ),
    ...(choices?.attributes ?? []).map(({ attribute, kind }) =>
      field({ kind: 'attribute', attribute }, attributeName(attribute, t), kind === 'number' ? 'count' : 'text'),
    ),
    ...(['seller', 'region', 'settlementMethod', 'salesMode'] as const).map((dimension) =>
      field({ kind: 'member', dimension }, t(`customerList.column.${dimension}`), 'member'),
    ),
  ];
}

export const comparisonsOf = (kind: ConditionField['kind']): readonly Comparison[] => {
  if (kind === 'text') return ['is', 'isNot', 'contains', 'blank', 'notBlank'];
  return kind === 'member'
    ? ['contains', 'blank', 'notBlank']
    : ['atLeast', 'below', 'is', 'isNot', 'blank', 'notBlank'];
};

export const needsValue = ({ is }: Pick<Condition, 'is'>): boolean => is !== 'blank' && is !== 'notBlank';
