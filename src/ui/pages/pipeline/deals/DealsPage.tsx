import Plus from 'lucide-solid/icons/plus';
import { createEffect, createSignal, on, Show } from 'solid-js';
import type { DealRow } from '~/domain/pipelineView';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { createWindowed } from '../../../components/createWindowed';
import { useText } from '../../../components/TextProvider';
import { createScope } from '../createScope';
import { NoDeals } from '../NoDeals';
import { PipelineBar } from '../PipelineBar';
import { createTicks } from './createTicks';
import { DealDialog } from './DealDialog';
import { DealsBulk } from './DealsBulk';
import { DealsExport } from './DealsExport';
import { DealsTable } from './DealsTable';
import { DealsTools } from './DealsTools';
import { type DealsAsk, dealsAsk } from './dealsParams';
import './deals.css';

/** Deals one by one: which hang, which slip, which are flawed; edited, added and given up here. */
export function DealsPage() {
  const app = useApp();
  const { t } = useText();
  const scope = createScope();
  const asked = () => dealsAsk(app.route().params, scope());
  const list = createWindowed(app.host.deals, { ...asked(), search: '' } as DealsAsk);
  const ticks = createTicks();
  const [edited, setEdited] = createSignal<{ row: DealRow | null } | null>(null);
  createEffect(
    on(
      () => JSON.stringify(asked()),
      () => {
        ticks.clear();
        list.ask({ ...asked(), search: list.query().search });
      },
      { defer: true },
    ),
  );
  const search = (words: string) => {
    ticks.clear();
    list.ask({ ...list.query(), search: words });
  };
  const blocked = () => (app.status().readOnly ? t('pipeline.readOnly') : null);
  return (
    <div class="pipeline deals">
      <PipelineBar label={list.view()?.label ?? null}>
        <DealsExport query={list.query()} total={list.view()?.matching ?? 0} />
        <Button icon={Plus} blocked={blocked()} onClick={() => setEdited({ row: null })}>
          {t('pipeline.deals.add')}
        </Button>
      </PipelineBar>
      <Show when={list.view()} fallback={<div class="pipeline-ghost" aria-busy="true" />}>
        {(view) => (
          <Show when={view().counts.all > 0} fallback={<NoDeals />}>
            <div class="deals-work">
              <DealsTools view={view()} asked={list.query()} onSearch={search} />
              <DealsBulk ticks={ticks} stages={view().stages} asOf={view().asOf} />
              <DealsTable list={list} view={view()} ticks={ticks} onEdit={(row) => setEdited({ row })} />
            </div>
          </Show>
        )}
      </Show>
      <Show when={edited()}>
        {(now) => (
          <DealDialog
            row={now().row}
            stages={list.view()?.stages ?? []}
            asOf={list.view()?.asOf ?? app.status().asOf}
            onClose={() => setEdited(null)}
          />
        )}
      </Show>
    </div>
  );
}
