import ChevronDown from 'lucide-solid/icons/chevron-down';
import type { SheetAcross } from '~/domain/sheet';
import { useApp } from '~/state/app';
import { dimensionName } from '../../../components/dimensionName';
import { Menu } from '../../../components/Menu';
import { useText } from '../../../components/TextProvider';
import { usePlanSheet } from '../createPlanSheet';
import { viewAcross } from './viewAcross';

/** What stands across: time, or the members of a dimension that is in no row. */
export function AcrossMenu() {
  const app = useApp();
  const { t } = useText();
  const sheet = usePlanSheet();
  const view = () => sheet.state.view();
  const name = (across: SheetAcross): string =>
    across.kind === 'time'
      ? t('pivot.time')
      : [sheet.nameOf(across.dimension), levelName(across.dimension, across.level)].filter(Boolean).join(' · ');
  const levelName = (dimension: string, level: string): string => (level === dimension ? '' : dimensionName(t, level));
  const periods = () => (app.status().plan?.periods ?? []).map(({ id }) => id);
  const choices = (): SheetAcross[] => {
    const rows = view().dimensions;
    return app
      .status()
      .dimensions.flatMap(({ id, levels }) =>
        (app.status().plan?.dimensions ?? []).includes(id) && !(rows.length === 1 && rows[0] === id)
          ? levels.map((level) => ({ kind: 'members' as const, dimension: id, level, periods: periods() }))
          : [],
      );
  };
  const isChosen = (one: SheetAcross): boolean => {
    const { across } = view();
    if (one.kind === 'time' || across.kind === 'time') return one.kind === across.kind;
    return one.dimension === across.dimension && one.level === across.level;
  };
  const choose = (across: SheetAcross) => sheet.state.change(viewAcross(view(), across));
  return (
    <Menu
      title={t('pivot.acrossTitle')}
      triggerClass="button button--quiet"
      trigger={
        <>
          <span class="plan-quiet">{t('pivot.across')}</span>
          <span>{name(view().across)}</span>
          <ChevronDown size={12} aria-hidden="true" />
        </>
      }
      groups={[
        {
          items: [{ label: t('pivot.time'), chosen: isChosen({ kind: 'time' }), run: () => choose({ kind: 'time' }) }],
        },
        {
          items: choices().map((across) => ({
            label: name(across),
            chosen: isChosen(across),
            run: () => choose(across),
          })),
        },
      ]}
    />
  );
}
