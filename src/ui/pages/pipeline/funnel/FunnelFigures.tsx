import { type JSX, Show } from 'solid-js';
import type { FunnelView } from '~/domain/pipelineView';
import { Spark } from '../../../components/Spark';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { PipelineFigure } from '../PipelineFigure';
import { cycleTrend } from './cycleTrend';

/** The four figures of a pipeline: what is open, how often it is won, how long it takes, what it brings a day. */
export function FunnelFigures(props: { view: FunnelView }) {
  const { t, format } = useText();
  const money = useMoney();
  const won = () => props.view.won.count;
  const medians = () => props.view.trend.map(({ medianDays }) => medianDays);
  const trend = (): string | null => {
    const days = cycleTrend(props.view.trend);
    if (days === null) return null;
    if (days === 0) return t('pipeline.funnel.steady');
    return t(days > 0 ? 'pipeline.funnel.slower' : 'pipeline.funnel.faster', { n: Math.abs(days) });
  };
  const cycle = (): JSX.Element => (
    <Show when={props.view.cycle.median} fallback={<>–</>}>
      {(median) => <>{t('pipeline.funnel.cycleDays', { n: Math.round(median()) })}</>}
    </Show>
  );
  return (
    <div class="pipeline-figures">
      <PipelineFigure
        name={t('pipeline.funnel.open')}
        value={money.sayFinely(props.view.open.amount)}
        note={t('pipeline.funnel.deals', { n: props.view.open.count })}
      />
      <PipelineFigure
        name={t('pipeline.funnel.winRate')}
        value={format().percent(props.view.winRate.count)}
        note={`${t('pipeline.funnel.byAmount', { share: format().percent(props.view.winRate.amount) })} · ${t(
          'pipeline.funnel.wonLost',
          { won: won(), lost: props.view.lost.count },
        )}`}
      />
      <PipelineFigure
        name={t('pipeline.funnel.cycle')}
        value={cycle()}
        beside={
          <Show when={medians().filter((days) => days !== null).length > 1}>
            <Spark values={medians()} />
          </Show>
        }
        note={
          won() === 0
            ? t('pipeline.funnel.noWon')
            : [t('pipeline.funnel.cycleOf', { n: props.view.cycle.deals }), trend()].filter(Boolean).join(' · ')
        }
      />
      <PipelineFigure
        name={t('pipeline.funnel.velocity')}
        value={money.sayFinely(props.view.velocity)}
        note={
          props.view.cycle.mean === null
            ? t('pipeline.funnel.velocityUnknown')
            : t('pipeline.funnel.velocityHow', { n: Math.round(props.view.cycle.mean) })
        }
      />
    </div>
  );
}
