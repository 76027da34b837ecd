import ChevronDown from 'lucide-solid/icons/chevron-down';
import { SHOW_AS } from '~/domain/sheet';
import { useApp } from '~/state/app';
import { Menu } from '../../../components/Menu';
import { useText } from '../../../components/TextProvider';
import { COMPANIONS, type Companion } from '../../../grid/companions';
import { usePlanSheet } from '../createPlanSheet';
import { columnName, measureName, sameColumn } from './columnName';
import type { Scenarios } from './createScenarios';

/** What stands beside the numbers, and how they are put: companions, a column to compare with, other measures, shares. */
export function ShowMenu(props: { scenarios: Scenarios }) {
  const app = useApp();
  const { t } = useText();
  const sheet = usePlanSheet();
  const view = () => sheet.state.view();
  const titles = () => props.scenarios.titles();
  const toggled = (companion: Companion): Companion[] =>
    COMPANIONS.filter((one) => sheet.shown().includes(one) !== (one === companion));
  const others = () => props.scenarios.columns().filter((column) => !sameColumn(column, view().column));
  const measures = () =>
    (app.status().plan?.groups[0]?.measures ?? []).filter(({ id }) => id !== view().column.measure);
  const shownText = () =>
    [
      ...COMPANIONS.filter((one) => sheet.shown().includes(one)).map((one) => t(`plan.field.${one}`)),
      ...(view().compare ? [t('plan.field.compare')] : []),
      ...(view().proposal ? [t('plan.field.proposal')] : []),
      ...(view().showAs === 'value' ? [] : [t(`pivot.showAs.${view().showAs}`)]),
    ].join(t.language === 'zh-CN' ? '、' : ', ') || t('plan.showNone');
  return (
    <Menu
      triggerClass="button button--quiet"
      trigger={
        <>
          <span class="plan-quiet">{t('plan.show')}</span>
          <span class="plan-toolbar__shown">{shownText()}</span>
          <ChevronDown size={12} aria-hidden="true" />
        </>
      }
      groups={[
        {
          title: t('pivot.beside'),
          items: [
            ...COMPANIONS.map((companion) => ({
              label: t(`plan.field.${companion}`),
              chosen: sheet.shown().includes(companion),
              run: () => sheet.state.change({ shown: toggled(companion) }),
            })),
            {
              label: t('pivot.proposal'),
              chosen: view().proposal,
              run: () => sheet.state.change({ proposal: !view().proposal }),
            },
          ],
        },
        {
          title: t('pivot.showAsTitle'),
          items: SHOW_AS.map((showAs) => ({
            label: t(`pivot.showAs.${showAs}`),
            chosen: view().showAs === showAs,
            run: () => sheet.state.change({ showAs }),
          })),
        },
        {
          title: t('pivot.compareTitle'),
          items:
            others().length === 0
              ? []
              : [
                  {
                    label: t('pivot.compareNone'),
                    chosen: view().compare === null,
                    run: () => sheet.state.change({ compare: null }),
                  },
                  ...others().map((column) => ({
                    label: columnName(t, column, titles()),
                    chosen: sameColumn(view().compare, column),
                    run: () => sheet.state.change({ compare: column }),
                  })),
                ],
        },
        {
          title: t('pivot.measures'),
          items: measures().map(({ id }) => ({
            label: measureName(t, id, titles()),
            chosen: view().measures.includes(id),
            run: () =>
              sheet.state.change({
                measures: view().measures.includes(id)
                  ? view().measures.filter((one) => one !== id)
                  : [...view().measures, id],
              }),
          })),
        },
        {
          title: t('pivot.owners'),
          items: (['asWas', 'asIs'] as const).map((owners) => ({
            label: t(`pivot.${owners}`),
            hint: t(`pivot.${owners}Hint`),
            chosen: view().owners === owners,
            run: () => sheet.state.change({ owners }),
          })),
        },
      ]}
    />
  );
}
