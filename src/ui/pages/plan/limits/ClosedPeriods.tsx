import { For, Show } from 'solid-js';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { useText } from '../../../components/TextProvider';
import { usePlanSheet } from '../createPlanSheet';

/** The periods that take no edit any more, each with the way to open it again: the reason is asked for then. */
export function ClosedPeriods(props: { blocked: string | null }) {
  const app = useApp();
  const { t } = useText();
  const sheet = usePlanSheet();
  return (
    <Show when={sheet.view().closedPeriods.length > 0}>
      <h3 class="type-label plan-locks__head">{t('limit.closedHeading')}</h3>
      <ul class="plan-closed">
        <For each={sheet.view().closedPeriods}>
          {(period) => (
            <li>
              {sheet.periodsText([period])}
              <Button
                look="link"
                blocked={props.blocked}
                aria-label={t('limit.reopen', { period: sheet.periodsText([period]) })}
                onClick={() => void app.run({ name: 'periods/reopen', periods: [period] })}
              >
                {t('limit.reopenShort')}
              </Button>
            </li>
          )}
        </For>
      </ul>
    </Show>
  );
}
