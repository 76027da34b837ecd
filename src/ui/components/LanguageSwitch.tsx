import { useApp } from '~/state/app';
import type { Language } from '~/state/preferences';
import { Segment } from './Segment';
import { useText } from './TextProvider';

const LANGUAGES: readonly { value: Language; label: string }[] = [
  { value: 'en', label: 'English' },
  { value: 'zh-CN', label: '中文' },
];

/** Every language is named in itself, so that whoever lost the way finds it back. */
export function LanguageSwitch() {
  const app = useApp();
  const { t } = useText();
  return (
    <Segment
      label={t('shell.language')}
      options={LANGUAGES}
      value={app.preferences.language()}
      onChange={app.preferences.setLanguage}
    />
  );
}
