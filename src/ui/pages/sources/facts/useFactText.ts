import type { FactListRow } from '~/domain/factView';
import { monthIdAt } from '~/domain/period';
import type { SourceField } from '~/domain/source';
import { useApp } from '~/state/app';
import { useText } from '../../../components/TextProvider';

/** A value of a fact as a list shows it. */
export function useFactText(): (row: FactListRow, field: SourceField) => string {
  const app = useApp();
  const { t, format } = useText();
  return (row, field) => {
    const value = row.values[field.id] ?? null;
    if (value === null) return '–';
    if (field.type === 'member') return row.names[field.id] ?? '–';
    if (field.type === 'choice') return t.find(`template.choice.${field.id}.${value}`) ?? String(value);
    if (typeof value === 'string') return value;
    const minorUnit = app.status().workspace?.minorUnit ?? 2;
    switch (field.type) {
      case 'day':
        return format().isoDay(value);
      case 'month':
        return monthIdAt(value);
      case 'amount':
        return format().number(value / 10 ** minorUnit, minorUnit);
      case 'percent':
        return format().percent(value, 1);
      case 'flag':
        return value === 0 ? t('template.choice.flag.no') : t('template.choice.flag.yes');
      default:
        return String(value);
    }
  };
}
