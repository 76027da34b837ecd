import { useApp } from '~/state/app';
import type { ThemeChoice } from '~/state/preferences';
import { Segment } from './Segment';
import { useText } from './TextProvider';

/** Light, dark, or what the system wishes. */
export function ThemeSwitch() {
  const app = useApp();
  const { t } = useText();
  const options = (): { value: ThemeChoice; label: string }[] => [
    { value: 'system', label: t('theme.system') },
    { value: 'light', label: t('theme.light') },
    { value: 'dark', label: t('theme.dark') },
  ];
  return (
    <Segment
      label={t('shell.theme')}
      options={options()}
      value={app.preferences.theme()}
      onChange={app.preferences.setTheme}
    />
  );
}
