import { Show } from 'solid-js';
import type { PipelineForecastView } from '~/domain/pipelineView';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { PipelineFigure } from '../PipelineFigure';

/** Until the end of the year: what may come by way, what is missing, and the chance that it does. */
export function OutlookFigures(props: { total: PipelineForecastView['total'] }) {
  const { t, format } = useText();
  const money = useMoney();
  const range = (of: { lower: number; upper: number }) => format().interval(money.show(of.lower), money.show(of.upper));
  const remaining = () => {
    const left = props.total.remainingTarget;
    return left !== null && left <= 0 ? t('pipeline.outlook.reached') : money.sayFinely(left);
  };
  return (
    <div class="pipeline-figures">
      <Show when={props.total.combined}>
        {(combined) => (
          <PipelineFigure
            name={t('pipeline.outlook.total')}
            value={<span class="forecast-text">{money.sayFinely(combined().mean)}</span>}
            note={range(combined())}
          />
        )}
      </Show>
      <PipelineFigure name={t('pipeline.outlook.remaining')} value={remaining()} />
      <PipelineFigure name={t('pipeline.outlook.chance')} value={format().probability(props.total.chance)} />
      <PipelineFigure
        name={t('pipeline.outlook.dealsSum')}
        value={<span class="forecast-text">{money.sayFinely(props.total.deals.mean)}</span>}
        note={range(props.total.deals)}
      />
      <PipelineFigure
        name={t('pipeline.outlook.weighted')}
        value={money.sayFinely(props.total.weighted)}
        note={t('pipeline.outlook.weightedHow')}
      />
      <PipelineFigure
        name={t('pipeline.outlook.runRate')}
        value={<span class="forecast-text">{money.sayFinely(props.total.runRate)}</span>}
        note={t('pipeline.outlook.runRateHow')}
      />
      <Show when={props.total.bySales}>
        {(sales) => (
          <PipelineFigure
            name={t('pipeline.outlook.bySales')}
            value={<span class="forecast-text">{money.sayFinely(sales().mean)}</span>}
            note={[
              range(sales()),
              ...(sales().chance === null
                ? []
                : [t('pipeline.outlook.bySalesChance', { chance: format().probability(sales().chance) })]),
            ].join(' · ')}
          />
        )}
      </Show>
    </div>
  );
}
