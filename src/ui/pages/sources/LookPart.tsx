import { Show } from 'solid-js';
import type { DisplayUnit } from '~/domain/displayUnit';
import { UNITS_OF, unitLabel } from '~/i18n/displayUnits';
import { useApp } from '~/state/app';
import { LanguageSwitch } from '../../components/LanguageSwitch';
import { Section } from '../../components/Section';
import { Segment } from '../../components/Segment';
import { useText } from '../../components/TextProvider';
import { ThemeSwitch } from '../../components/ThemeSwitch';
import { useMoney } from '../../components/useMoney';

/** What a person likes: language, theme, and the unit of the open plan. Kept on this device. */
export function LookPart() {
  const app = useApp();
  const { t, language } = useText();
  const money = useMoney();
  return (
    <Section finding={t('sources.appearance')} caption={t('sources.appearanceHint')}>
      <dl class="look">
        <dt>{t('shell.language')}</dt>
        <dd>
          <LanguageSwitch />
        </dd>
        <dt>{t('shell.theme')}</dt>
        <dd>
          <ThemeSwitch />
        </dd>
        <dt>{t('history.name')}</dt>
        <dd>
          <input
            type="text"
            class="input"
            maxLength={80}
            autocomplete="name"
            aria-label={t('history.name')}
            aria-description={t('history.nameHint')}
            title={t('history.nameHint')}
            value={app.preferences.name()}
            onChange={(event) => {
              app.preferences.setName(event.currentTarget.value);
              app.introduce();
            }}
          />
        </dd>
        <Show when={app.status().plan}>
          {(plan) => (
            <>
              <dt>{t('shell.unit')}</dt>
              <dd>
                <Segment<DisplayUnit>
                  label={t('shell.unitMenu')}
                  options={UNITS_OF[language()].map((unit) => ({
                    value: unit,
                    label: unitLabel(t, unit, plan().currency),
                  }))}
                  value={money.unit()}
                  onChange={(unit) => app.preferences.setUnit(plan().id, unit)}
                />
              </dd>
            </>
          )}
        </Show>
      </dl>
    </Section>
  );
}
