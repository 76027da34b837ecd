import type { Accessor } from 'solid-js';
import { ALL_ROWS } from '~/domain/sheet';
import { useText } from '../components/TextProvider';
import { useMoney } from '../components/useMoney';
import type { ChartWords } from './chartWords';
import type { PlanChartWords } from './planChartOption';

/** The words of a chart of the plan. Follows language and unit. */
export function usePlanChartWords(axis: () => ChartWords['axis']): Accessor<PlanChartWords> {
  const { t, format } = useText();
  const money = useMoney();
  return () => ({
    target: t('forecast.target'),
    lastYear: t('forecast.lastYear'),
    name: ({ id, label }) => {
      if (label !== '') return label;
      if (id === ALL_ROWS) return t('plan.totalRow');
      return t.find(`chart.part.${id}`) ?? (id.includes(':') ? t('words.unassigned') : format().month(id));
    },
    money: money.show,
    axis: axis(),
    change: (amount) => (amount !== null && amount > 0 ? `+${money.show(amount)}` : money.show(amount)),
    percent: (share) => format().percent(share, 0),
  });
}
