import type { CustomerFactKind } from '~/domain/oneCustomer';
import { monthIdAt } from '~/domain/period';
import type { FieldType } from '~/domain/source';
import { BLANK } from '~/i18n/format';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';

const NUMBERS: ReadonlySet<FieldType> = new Set(['amount', 'quantity', 'number', 'percent']);

/** Heads and cells of facts, by what their fields are read as. */
export function useFactWords() {
  const { t, format } = useText();
  const money = useMoney();
  return {
    kind: (kind: CustomerFactKind): string => t(`template.kind.${kind}`),
    head: (kind: CustomerFactKind, field: string): string =>
      t.find(`template.headOf.${kind}.${field}`) ?? t.find(`template.head.${field}`) ?? field,
    isNumber: (type: FieldType): boolean => NUMBERS.has(type),
    cell(field: { id: string; type: FieldType }, value: string | number | null): string {
      if (value === null) return BLANK;
      if (typeof value === 'string') {
        // Choices are stored as words of ours; all else is a text of the file.
        return field.type === 'choice' ? (t.find(`template.choice.${field.id}.${value}`) ?? value) : value;
      }
      switch (field.type) {
        case 'day':
          return format().isoDay(value);
        case 'month':
          return format().longMonth(monthIdAt(value));
        case 'amount':
          return money.exact(value);
        case 'percent':
          return format().percent(value, 1);
        case 'flag':
          return value === 1 ? t('template.choice.flag.yes') : t('template.choice.flag.no');
        default:
          return format().number(value, Number.isInteger(value) ? 0 : 1);
      }
    },
  };
}
