import ChevronDown from 'lucide-solid/icons/chevron-down';
import type { Column } from '~/domain/plan';
import { LAYERS } from '~/domain/scenario';
import { useApp } from '~/state/app';
import { Menu } from '../../../components/Menu';
import { useText } from '../../../components/TextProvider';
import { usePlanSheet } from '../createPlanSheet';
import { columnName, layerName, measureName, scenarioName } from './columnName';
import type { Scenarios } from './createScenarios';

/** Which scenario, target line and measure the sheet shows and edits. */
export function ColumnMenu(props: { scenarios: Scenarios }) {
  const app = useApp();
  const { t } = useText();
  const sheet = usePlanSheet();
  const column = () => sheet.state.view().column;
  const titles = () => props.scenarios.titles();
  const choose = (part: Partial<Column>) => sheet.state.change({ column: { ...column(), ...part } });
  const measures = () => app.status().plan?.groups[0]?.measures ?? [];
  return (
    <Menu
      title={t('pivot.columnTitle')}
      triggerClass="button button--quiet plan-column"
      trigger={
        <>
          <span class="strong">{columnName(t, column(), titles())}</span>
          <ChevronDown size={12} aria-hidden="true" />
        </>
      }
      groups={[
        {
          title: t('words.scenario'),
          items: props.scenarios.view().scenarios.map(({ scenario }) => ({
            label: scenarioName(t, scenario, titles()),
            chosen: scenario === column().scenario,
            run: () => choose({ scenario }),
          })),
        },
        {
          title: t('words.targetLines'),
          items: LAYERS.map((layer) => ({
            label: layerName(t, layer),
            hint: t.find(`pivot.layerHint.${layer}`) ?? undefined,
            chosen: layer === column().layer,
            run: () => choose({ layer }),
          })),
        },
        {
          title: t('pivot.measureTitle'),
          items:
            measures().length < 2
              ? []
              : measures().map(({ id }) => ({
                  label: measureName(t, id, titles()),
                  chosen: id === column().measure,
                  run: () => choose({ measure: id }),
                })),
        },
      ]}
    />
  );
}
