import { createSignal, Show } from 'solid-js';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Segment } from '../../../components/Segment';
import { useText } from '../../../components/TextProvider';
import { usePlanSheet } from '../createPlanSheet';
import { createHistory } from './createHistory';
import { createRestingRef } from './createRestingRef';
import { HistoryList } from './HistoryList';

type Scope = 'cell' | 'plan';

/** Who did what, when and why: to the active cell, or to the whole plan. */
export function HistoryPanel() {
  const app = useApp();
  const { t } = useText();
  const sheet = usePlanSheet();
  const [scope, setScope] = createSignal<Scope>('cell');
  const cell = createRestingRef(sheet);
  const state = createHistory(app, () => (scope() === 'plan' ? null : (cell() ?? undefined)));
  return (
    <div class="history" aria-busy={state.reading()}>
      <div class="history__tools">
        <Segment<Scope>
          label={t('history.scope')}
          options={[
            { value: 'cell', label: t('history.ofCell') },
            { value: 'plan', label: t('history.ofPlan') },
          ]}
          value={scope()}
          onChange={setScope}
        />
        <Button look="quiet" onClick={() => app.setParams({ timeline: app.route().params.timeline ? null : 'on' })}>
          {t('history.timeline')}
        </Button>
      </div>
      <Show
        when={state.lines()}
        fallback={<p class="quiet">{state.reading() ? t('history.loading') : t('history.pick')}</p>}
      >
        {(lines) => (
          <Show when={lines().length > 0} fallback={<p class="quiet">{t('history.none')}</p>}>
            <HistoryList lines={lines()} ofCell={scope() === 'cell'} />
          </Show>
        )}
      </Show>
      <Show when={state.next() !== null}>
        <Button blocked={state.reading() ? t('history.loading') : null} onClick={state.more}>
          {t('history.more')}
        </Button>
      </Show>
    </div>
  );
}
