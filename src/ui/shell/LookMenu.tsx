import Languages from 'lucide-solid/icons/languages';
import { LanguageSwitch } from '../components/LanguageSwitch';
import { Popover } from '../components/Popover';
import { useText } from '../components/TextProvider';
import { ThemeSwitch } from '../components/ThemeSwitch';

/** Language and appearance, behind one button of the top bar. */
export function LookMenu() {
  const { t } = useText();
  return (
    <Popover
      label={t('shell.settings')}
      title={t('shell.settings')}
      triggerClass="button button--quiet button--icon"
      trigger={<Languages size={16} class="icon" aria-hidden="true" />}
    >
      <div class="look-menu">
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
    </Popover>
  );
}
