import ChartColumn from 'lucide-solid/icons/chart-column';
import CircleQuestionMark from 'lucide-solid/icons/circle-question-mark';
import Clock from 'lucide-solid/icons/clock';
import StickyNote from 'lucide-solid/icons/sticky-note';
import TrendingUp from 'lucide-solid/icons/trending-up';
import X from 'lucide-solid/icons/x';
import { type Component, createMemo, For, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import type { TextKey } from '~/i18n/translate';
import { useApp } from '~/state/app';
import { Button, type Icon } from '../../components/Button';
import { useText } from '../../components/TextProvider';
import { usePlanSheet } from './createPlanSheet';
import { planParts } from './planParts';

/** What can stand beside the grid. Each reads the active cell from the sheet. */
const PANELS = [
  { id: 'charts', title: 'chart.title', icon: ChartColumn, body: planParts.charts },
  { id: 'growth', title: 'growth.title', icon: TrendingUp, body: planParts.growth },
  { id: 'explain', title: 'history.explainTitle', icon: CircleQuestionMark, body: planParts.explain },
  { id: 'history', title: 'history.title', icon: Clock, body: planParts.history },
  { id: 'notes', title: 'note.title', icon: StickyNote, body: planParts.notes },
] as const satisfies readonly { id: string; title: TextKey; icon: Icon; body: Component<{ wanted: boolean }> }[];

/** A strip at the right; what is chosen there opens beside the grid and pushes it, never over it. */
export function SidePanel() {
  const app = useApp();
  const { t } = useText();
  const sheet = usePlanSheet();
  const chosen = createMemo(() => PANELS.find(({ id }) => id === app.route().params.side) ?? null);
  const choose = (id: string | null) => app.setParams({ side: id });
  return (
    <>
      <Show when={chosen()}>
        {(panel) => (
          <aside class="plan-side" data-region="side" aria-label={t(panel().title)}>
            <div class="plan-side__head">
              <h2 class="type-section">{t(panel().title)}</h2>
              <Button
                look="quiet"
                icon={X}
                label={t('plan.closeSide')}
                onClick={() => {
                  choose(null);
                  sheet.handle()?.focus();
                }}
              />
            </div>
            <div class="plan-side__body">
              <Dynamic component={panel().body} wanted />
            </div>
          </aside>
        )}
      </Show>
      <nav class="plan-strip" aria-label={t('plan.side')}>
        <For each={PANELS}>
          {(panel) => (
            <Button
              look="quiet"
              icon={panel.icon}
              label={t(panel.title)}
              aria-pressed={chosen()?.id === panel.id}
              onClick={() => choose(chosen()?.id === panel.id ? null : panel.id)}
            />
          )}
        </For>
      </nav>
    </>
  );
}
