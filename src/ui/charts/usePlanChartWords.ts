import type { Accessor } from 'solid-js';
import { ALL_ROWS } from '~/domain/sheet';
import { useText } from '../components/TextProvider';
import type { AmountWords } from '../components/useAmounts';
import type { PlanChartWords } from './planChartOption';

/** The words of a chart of the plan. Follows language, unit and measure. */
export function usePlanChartWords(amounts: AmountWords): Accessor<PlanChartWords> {
  const { t, format } = useText();
  return () => ({
    target: t('forecast.target'),
    lastYear: t('forecast.lastYear'),
    name: ({ id, label }) => {
      if (label !== '') return label;
      if (id === ALL_ROWS) return t('plan.totalRow');
      return t.find(`chart.part.${id}`) ?? (id.includes(':') ? t('words.unassigned') : format().month(id));
    },
    money: amounts.show,
    axis: amounts.axis,
    change: (amount) => (amount !== null && amount > 0 ? `+${amounts.show(amount)}` : amounts.show(amount)),
    percent: (share) => format().percent(share, 0),
  });
}
