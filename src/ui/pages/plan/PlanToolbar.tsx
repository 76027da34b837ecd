import { Show } from 'solid-js';
import { Segment } from '../../components/Segment';
import { useText } from '../../components/TextProvider';
import type { Grain } from '../../grid/gridView';
import { usePlanSheet } from './createPlanSheet';
import { RowsMenu } from './RowsMenu';
import { AcrossMenu } from './view/AcrossMenu';
import { ColumnMenu } from './view/ColumnMenu';
import type { Scenarios } from './view/createScenarios';
import { FilterMenu } from './view/FilterMenu';
import { LooksMenu } from './view/LooksMenu';
import { ShowMenu } from './view/ShowMenu';
import { withTree } from './view/treeChoices';
import { ViewsMenu } from './view/ViewsMenu';
import { viewInRows } from './view/viewAcross';

/** Which rows, periods and columns are shown, and how. */
export function PlanToolbar(props: { scenarios: Scenarios }) {
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
        trees={view().hierarchies}
        onTree={(dimension, tree) =>
          sheet.state.change({ hierarchies: withTree(view().hierarchies, dimension, tree), open: null })
        }
        onOrder={(dimensions, hidden) => sheet.state.change(viewInRows(view(), { dimensions, hidden }))}
      />
      <AcrossMenu />
      <FilterMenu />
      <span class="plan-toolbar__line" />
      <Show when={view().across.kind === 'time'}>
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
      </Show>
      <ShowMenu scenarios={props.scenarios} />
      <LooksMenu />
      <ViewsMenu />
    </div>
  );
}
