import Grid2x2 from 'lucide-solid/icons/grid-2x2';
import ListPlus from 'lucide-solid/icons/list-plus';
import Lock from 'lucide-solid/icons/lock';
import LockOpen from 'lucide-solid/icons/lock-open';
import Sigma from 'lucide-solid/icons/sigma';
import Split from 'lucide-solid/icons/split';
import { Show } from 'solid-js';
import { useApp } from '~/state/app';
import { Button } from '../../components/Button';
import { useText } from '../../components/TextProvider';
import { BaseMenu } from './BaseMenu';
import { usePlanSheet } from './createPlanSheet';

/** What can be done with the active cell, and with the plan as a whole. */
export function PlanActions() {
  const app = useApp();
  const { t } = useText();
  const sheet = usePlanSheet();
  return (
    <div class="plan-actions" role="toolbar" aria-label={t('plan.actions')}>
      <BaseMenu />
      <Show when={sheet.source.footer()?.notInPlan}>
        {(orders) => (
          <Button
            icon={ListPlus}
            title={t('plan.alignLinesHint', { n: orders() })}
            blocked={sheet.locked()}
            onClick={() => void app.run({ name: 'plan/alignLines' })}
          >
            {t('plan.alignLines')}
          </Button>
        )}
      </Show>
      <Button
        look="quiet"
        icon={Split}
        title={t('spread.buttonHint')}
        blocked={sheet.blocked()}
        onClick={() => sheet.setDialog('spread')}
      >
        {t('spread.button')}
      </Button>
      <Button
        look="quiet"
        icon={Grid2x2}
        title={t('margins.title')}
        blocked={sheet.locked()}
        onClick={() => sheet.setDialog('margins')}
      >
        {t('margins.button')}
      </Button>
      <Show
        when={!sheet.held()}
        fallback={
          <Button look="quiet" icon={LockOpen} blocked={sheet.blocked()} onClick={() => sheet.handle()?.hold('freeze')}>
            {t('plan.release')} <kbd class="plan-keys">Alt L</kbd>
          </Button>
        }
      >
        <Button
          look="quiet"
          icon={Lock}
          title={t('plan.lockBelow')}
          blocked={sheet.blocked()}
          onClick={() => sheet.handle()?.hold('freeze')}
        >
          {t('plan.lock')} <kbd class="plan-keys">Alt L</kbd>
        </Button>
        <Button
          look="quiet"
          icon={Sigma}
          title={t('plan.lockTotal')}
          blocked={sheet.blocked()}
          onClick={() => sheet.handle()?.hold('total')}
        >
          {t('plan.lockTotalShort')}
        </Button>
      </Show>
    </div>
  );
}
