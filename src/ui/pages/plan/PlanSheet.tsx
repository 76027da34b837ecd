import { createEffect, type JSX, lazy, Show, Suspense } from 'solid-js';
import { useApp } from '~/state/app';
import { Button } from '../../components/Button';
import { dialogParts } from '../../components/dialogParts';
import { EmptyState } from '../../components/EmptyState';
import { preloadParts } from '../../components/lazyPart';
import { useText } from '../../components/TextProvider';
import { whenIdle } from '../../components/whenIdle';
import { SelectionStatus } from '../../grid/SelectionStatus';
import { createPageCalls } from './createPageCalls';
import { createPlanSheet, PlanSheetProvider } from './createPlanSheet';
import { ExplainLine } from './ExplainLine';
import { FindBar } from './find/FindBar';
import { GridSkeleton } from './GridSkeleton';
import { PlanActions } from './PlanActions';
import { PlanStatus } from './PlanStatus';
import { PlanToolbar } from './PlanToolbar';
import { planParts } from './planParts';
import { SidePanel } from './SidePanel';
import { createScenarios } from './view/createScenarios';
import { LookLegend } from './view/LookLegend';

/** Asked for as soon as the page is: it arrives while the worker opens the plan. */
const gridChunk = import('../../grid/PlanGrid');
const PlanGrid = lazy(async () => ({ default: (await gridChunk).PlanGrid }));

/** Toolbar, explain line, grid, status bar and side panel around one sheet. */
export function PlanSheet(props: { planId: string; tabs: JSX.Element }) {
  const app = useApp();
  const { t, format, language, finish } = useText();
  const sheet = createPlanSheet(props.planId);
  const scenarios = createScenarios(() => sheet.opened() || sheet.state.view().column.scenario !== 'base');
  createPageCalls(sheet);
  // What may be opened is fetched when the grid stands, so that it is there when it is asked for.
  createEffect(() => sheet.handle() && whenIdle(() => void preloadParts(finish)));
  const skeleton = () => (
    <GridSkeleton
      label={t('plan.loading')}
      heads={[sheet.rowsTitle(), t('plan.yearTarget', { year: format().fiscalYear(sheet.view().fiscalYear, true) })]}
    />
  );
  return (
    <PlanSheetProvider value={sheet}>
      <section class="plan" aria-label={t('plan.title')}>
        <div class="plan-tabs">
          {props.tabs}
          <PlanActions />
        </div>
        <PlanToolbar scenarios={scenarios} />
        <ExplainLine
          cell={sheet.active()}
          column={sheet.state.view().column}
          view={sheet.view()}
          value={sheet.value()}
          hint={sheet.activeHint()}
          editing={sheet.editing() !== null}
          revision={app.status().revision}
          onText={sheet.setStory}
        />
        <planParts.timeline wanted={app.route().params.timeline !== undefined} />
        <FindBar />
        <div class="plan-work">
          <div class="plan-main">
            <LookLegend />
            <Show when={sheet.source.rows()} fallback={skeleton()}>
              {(rows) => (
                <Show
                  when={rows().ids.length > 1 || sheet.state.view().filters.length > 0}
                  fallback={
                    <EmptyState title={t('plan.empty')} text={t('plan.emptyText')}>
                      <Button look="primary" onClick={() => app.go('import')}>
                        {t('plan.emptyAction')}
                      </Button>
                    </EmptyState>
                  }
                >
                  <Suspense fallback={skeleton()}>
                    <PlanGrid
                      ports={sheet.ports}
                      language={language()}
                      grain={sheet.grain()}
                      openQuarters={sheet.openQuarters()}
                      onEditing={sheet.setEditing}
                      onReady={sheet.setHandle}
                      hint={sheet.hint}
                    />
                  </Suspense>
                  <PlanStatus
                    rows={rows()}
                    footer={sheet.source.footer()}
                    money={sheet.view().money}
                    middle={
                      <SelectionStatus
                        summary={sheet.summary()}
                        view={sheet.view()}
                        onCopied={(value) => sheet.ports.tell(t('grid.numberCopied', { value }))}
                      />
                    }
                    limits={sheet.limits.lines().length}
                    closed={sheet.view().closedPeriods.length}
                    onLocks={() => app.setParams({ locks: 'all' })}
                  />
                </Show>
              )}
            </Show>
          </div>
          <SidePanel />
        </div>
        <planParts.spread wanted={sheet.dialog() !== null} scenarios={scenarios} />
        <planParts.holds
          wanted={app.route().params.locks !== undefined}
          open={app.route().params.locks !== undefined}
          onClose={() => app.setParams({ locks: null })}
          periodsText={sheet.periodsText}
          onShow={(line) => void sheet.showHold(line)}
          onGone={() => sheet.handle()?.focus()}
        />
        <planParts.limit wanted={sheet.limiting() !== null} />
        <planParts.note wanted={sheet.noting() !== null} />
        <dialogParts.rename
          wanted={sheet.renamed() !== null}
          open={sheet.renamed() !== null}
          title={t('plan.renameTitle', { name: sheet.renamed()?.label ?? '' })}
          name={sheet.renamed()?.label ?? ''}
          hint={t('plan.renameHint')}
          onRename={sheet.rename}
          onClose={() => sheet.setRenamed(null)}
          onClosed={() => {
            sheet.handle()?.focus();
            return true;
          }}
        />
      </section>
    </PlanSheetProvider>
  );
}
