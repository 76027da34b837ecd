import Grid2x2 from 'lucide-solid/icons/grid-2x2';
import ListPlus from 'lucide-solid/icons/list-plus';
import Lock from 'lucide-solid/icons/lock';
import LockOpen from 'lucide-solid/icons/lock-open';
import Sigma from 'lucide-solid/icons/sigma';
import Split from 'lucide-solid/icons/split';
import { Show } from 'solid-js';
import { useApp } from '~/state/app';
import { Button } from '../../components/Button';
import { Segment } from '../../components/Segment';
import { useText } from '../../components/TextProvider';
import type { Grain } from '../../grid/gridView';
import { BaseMenu } from './BaseMenu';
import { usePlanSheet } from './createPlanSheet';
import { RowsMenu } from './RowsMenu';
import { AcrossMenu } from './view/AcrossMenu';
import { ColumnMenu } from './view/ColumnMenu';
import type { Scenarios } from './view/createScenarios';
import { FilterMenu } from './view/FilterMenu';
import { LooksMenu } from './view/LooksMenu';
import { ShowMenu } from './view/ShowMenu';
import { ViewsMenu } from './view/ViewsMenu';

/** Which rows, periods and columns are shown, and what can be done with the active cell. */
export function PlanToolbar(props: { scenarios: Scenarios }) {
  const app = useApp();
  const { t } = useText();
  const sheet = usePlanSheet();
  const view = () => sheet.state.view();
  return (
    <div class="plan-toolbar" data-region="toolbar" role="toolbar" aria-label={t('plan.toolbar')}>
      <ColumnMenu scenarios={props.scenarios} />
      <span class="plan-toolbar__line" />
      <RowsMenu
        order={view().dimensions}
        hidden={view().hidden}
        nameOf={sheet.nameOf}
        onOrder={(dimensions, hidden) => sheet.state.change({ dimensions, hidden, open: null })}
      />
      <AcrossMenu />
      <FilterMenu />
      <span class="plan-toolbar__line" />
      <Segment<Grain>
        label={t('plan.grain')}
        value={view().grain}
        options={[
          { value: 'year', label: t('plan.year') },
          { value: 'quarter', label: t('plan.quarter') },
          { value: 'month', label: t('plan.month') },
        ]}
        onChange={(grain) => sheet.state.change({ grain })}
      />
      <span class="plan-toolbar__line" />
      <ShowMenu scenarios={props.scenarios} />
      <LooksMenu />
      <ViewsMenu />
      <span class="plan-toolbar__line" />
      <BaseMenu />
      <span class="plan-toolbar__gap" />
      <Show when={sheet.source.footer()?.notInPlan}>
        {(orders) => (
          <Button
            icon={ListPlus}
            title={t('plan.alignLinesHint', { n: orders() })}
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
