import { createMemo, Show } from 'solid-js';
import type { ForecastTreeView } from '~/domain/forecastTree';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { EmptyState } from '../../../components/EmptyState';
import { JobLine } from '../../../components/JobLine';
import { StatusBar } from '../../../components/StatusBar';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { TreeTable } from './TreeTable';
import { TreeTools } from './TreeTools';
import { lockedAhead, meanMoved, treeFigure } from './treeFigures';
import { createTree } from './treeState';
import './tree.css';

/** What every node of the plan is likely to come to, made to add up, against its target. */
export function TreePage() {
  const app = useApp();
  const { t } = useText();
  const state = createTree();
  const { answer } = state;
  return (
    <Show
      when={app.status().plan}
      fallback={
        <EmptyState title={t('outlook.noPlan')} text={t('outlook.noPlanText')}>
          <Button look="primary" onClick={() => app.go('wizard')}>
            {t('outlook.makePlan')}
          </Button>
        </EmptyState>
      }
    >
      <Show
        when={!answer.refused().includes('forecast/noHistory')}
        fallback={
          <EmptyState title={t('outlook.noHistory')} text={t('outlook.noHistoryText')}>
            <Button look="primary" onClick={() => app.go('import')}>
              {t('outlook.importOrders')}
            </Button>
          </EmptyState>
        }
      >
        <div class="tree-page" aria-busy={answer.job() !== null}>
          <Show when={answer.view()} fallback={<h2 class="type-section">{t('outlook.title')}</h2>}>
            {(view) => <TreeHead view={view()} />}
          </Show>
          <TreeTools state={state} />
          <JobLine job={answer.job()} stopped={answer.stopped()} words={t('job.forecast')} onAgain={answer.again} />
          <Show when={answer.view()} fallback={<div class="tree-ghost" />}>
            {(view) => <TreeTable state={state} view={view()} />}
          </Show>
        </div>
      </Show>
    </Show>
  );
}

function TreeHead(props: { view: ForecastTreeView }) {
  const { t, format } = useText();
  const money = useMoney();
  const locked = createMemo(() => lockedAhead(props.view));
  const whole = () => treeFigure(props.view, 0, { first: 0, last: props.view.periods.length - 1 });
  const finding = () => {
    const { reconciled, target } = whole();
    const amount = money.say(reconciled);
    if (reconciled === null || target === null) return t('outlook.findingNoTarget', { amount });
    const gap = reconciled - target;
    const said =
      gap === 0
        ? t('outlook.exactly')
        : t(gap > 0 ? 'outlook.more' : 'outlook.less', { amount: money.say(Math.abs(gap)) });
    const chance = format().probability(props.view.chance[0]);
    // Locked targets count as made here: what is expected without that stands beside it, or the chance would mislead.
    return locked() > 0
      ? t('outlook.findingLocked', { amount, gap: said, chance, base: money.say(whole().base) })
      : t('outlook.finding', { amount, gap: said, chance });
  };
  const parts = () =>
    [
      t('outlook.caption', { date: format().isoDay(props.view.asOf), unit: money.label() }),
      locked() > 0 ? t('outlook.lockedIn', { amount: money.say(locked()) }) : '',
      props.view.silent > 0 ? t('outlook.silent', { n: props.view.silent }) : '',
      props.view.conflicts > 0 ? t('outlook.conflicts', { n: props.view.conflicts }) : '',
    ].filter((part) => part !== '');
  return (
    <div>
      <h2 class="type-section">{finding()}</h2>
      <p class="type-caption">{parts().join(' · ')}</p>
      <StatusBar
        left={
          <span>
            {t('outlook.status', { n: props.view.nodes.length, moved: format().percent(meanMoved(props.view)) })}
          </span>
        }
        right={<span>{t('outlook.basis')}</span>}
      />
    </div>
  );
}
