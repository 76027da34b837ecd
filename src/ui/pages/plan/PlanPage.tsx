import { type Component, lazy, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { useApp } from '~/state/app';
import { Tabs } from '../../components/Tabs';
import { useText } from '../../components/TextProvider';
import { WithAllTexts } from '../../components/WithAllTexts';
import { PlanSheet } from './PlanSheet';
import './plan.css';

const TABS = ['sheet', 'scenarios', 'rounds', 'structure'] as const;
type PlanTab = (typeof TABS)[number];

/** Everything beside the sheet is a chunk of its own. */
const PARTS: Record<Exclude<PlanTab, 'sheet'>, Component> = {
  scenarios: lazy(async () => ({ default: (await import('./scenarios/ScenariosPage')).ScenariosPage })),
  rounds: lazy(async () => ({ default: (await import('./rounds/RoundsPage')).RoundsPage })),
  structure: lazy(async () => ({ default: (await import('./structure/StructurePage')).StructurePage })),
};

/** The plan: as a sheet, by its scenarios, between top and bottom, and what it is made of. */
export function PlanPage() {
  const app = useApp();
  const { t } = useText();
  const planId = () => app.status().plan?.id;
  const tab = (): PlanTab => TABS.find((one) => one === app.route().params.tab) ?? 'sheet';
  const tabs = () => (
    <Tabs<PlanTab>
      label={t('page.plan')}
      tabs={TABS.map((one) => ({ id: one, label: t(`pivot.tab.${one}`) }))}
      value={tab()}
      onChange={(one) => {
        app.setParams({ tab: one === 'sheet' ? null : one });
        // The row of tabs is drawn anew with its page: the keys go on where they were.
        queueMicrotask(() => document.querySelector<HTMLElement>(`.plan-tabs [data-tab="${one}"]`)?.focus());
      }}
    />
  );
  return (
    <Show when={planId()} keyed>
      {(id) => (
        <div class="plan-page">
          <Show when={tab()} keyed>
            {(one) =>
              one === 'sheet' ? (
                <PlanSheet planId={id} tabs={tabs()} />
              ) : (
                <>
                  <div class="plan-tabs">{tabs()}</div>
                  <WithAllTexts>
                    <Dynamic component={PARTS[one]} />
                  </WithAllTexts>
                </>
              )
            }
          </Show>
        </div>
      )}
    </Show>
  );
}
