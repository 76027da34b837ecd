import ChevronDown from 'lucide-solid/icons/chevron-down';
import { Show } from 'solid-js';
import { UNITS_OF, unitLabel } from '~/i18n/displayUnits';
import { useApp } from '~/state/app';
import { Menu } from '../components/Menu';
import { useText } from '../components/TextProvider';
import { useMoney } from '../components/useMoney';

/** The unit money is shown and typed in: kept per plan, never changing what is stored. */
export function UnitMenu() {
  const app = useApp();
  const { t, language } = useText();
  const money = useMoney();
  return (
    <Show when={app.status().plan}>
      {(plan) => (
        <Menu
          title={t('shell.unitMenu')}
          triggerClass="button button--quiet unit-menu"
          trigger={
            <>
              <span class="quiet unit-menu__word">{t('shell.unit')}</span>
              <span>{money.label()}</span>
              <ChevronDown size={14} class="icon" aria-hidden="true" />
            </>
          }
          groups={[
            {
              title: t('shell.unitMenu'),
              items: UNITS_OF[language()].map((unit) => ({
                label: unitLabel(t, unit, plan().currency),
                chosen: unit === money.unit(),
                run: () => app.preferences.setUnit(plan().id, unit),
              })),
            },
          ]}
        />
      )}
    </Show>
  );
}
