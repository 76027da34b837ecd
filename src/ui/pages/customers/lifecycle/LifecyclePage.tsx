import { createSignal, Show } from 'solid-js';
import { LIFECYCLE_STAGES } from '~/domain/segmentation';
import type { LifecycleView } from '~/domain/segmentView';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { EmptyState } from '../../../components/EmptyState';
import { StatusBar } from '../../../components/StatusBar';
import { useText } from '../../../components/TextProvider';
import { DimensionDialog } from '../DimensionDialog';
import { createLifecycle, type LifecycleState } from './createLifecycle';
import { StageChart } from './StageChart';
import { StageMoves } from './StageMoves';
import { StageRulePanel } from './StageRulePanel';
import { StageTable } from './StageTable';
import '../tiers/tiers.css';
import '../segments/segments.css';
import './lifecycle.css';

/** At which stage of life the customers are: the rule at the left, stages, months and moves at the right. */
export function LifecyclePage() {
  const app = useApp();
  const { t } = useText();
  const state = createLifecycle();
  return (
    <Show when={state.view()} fallback={<div class="customers" aria-busy="true" />}>
      {(view) => (
        <Show
          when={view().customers > 0}
          fallback={
            <EmptyState title={t('customers.empty')} text={t('customers.emptyText')}>
              <Button look="primary" onClick={() => app.go('import')}>
                {t('customers.importOrders')}
              </Button>
            </EmptyState>
          }
        >
          <Lifecycle state={state} view={view()} />
        </Show>
      )}
    </Show>
  );
}

function Lifecycle(props: { state: LifecycleState; view: LifecycleView }) {
  const { t, format } = useText();
  const [planning, setPlanning] = createSignal(false);
  return (
    <div class="customers">
      <Show when={props.state.rule()}>
        {(rule) => <StageRulePanel state={props.state} rule={rule()} onPlan={() => setPlanning(true)} />}
      </Show>
      <div class="results lifecycle" classList={{ 'is-stale': props.state.stale() && props.state.tried() }}>
        <StageTable view={props.view} tried={props.state.tried()} />
        <Show when={props.view.series.length > 1}>
          <StageChart view={props.view} />
        </Show>
        <Show when={props.view.moves}>
          {(moves) => <StageMoves state={props.state} view={props.view} moves={moves()} />}
        </Show>
      </div>
      <DimensionDialog
        by={planning() ? 'stage' : null}
        title={t('lifecycle.dimension')}
        names={[t('lifecycle.none'), ...LIFECYCLE_STAGES.map((stage) => t(`lifecycle.stage.${stage}`))]}
        on={props.view.asOf}
        onClose={() => setPlanning(false)}
      />
      <StatusBar
        left={
          <span>
            {t('lifecycle.status', { n: format().count(props.view.customers), day: format().isoDay(props.view.asOf) })}
          </span>
        }
        right={<span>{props.state.tried() ? t('lifecycle.unsaved') : ''}</span>}
      />
    </div>
  );
}
