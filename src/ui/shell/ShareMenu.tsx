import ChevronDown from 'lucide-solid/icons/chevron-down';
import FileSpreadsheet from 'lucide-solid/icons/file-spreadsheet';
import Share from 'lucide-solid/icons/share';
import { Menu } from '../components/Menu';
import { useText } from '../components/TextProvider';
import { useActions } from './useActions';

/** Everything that leaves the browser leaves through here, as a file. */
export function ShareMenu() {
  const { t } = useText();
  const actions = useActions();
  return (
    <Menu
      title={t('shell.shareMenu')}
      triggerClass="button share-menu"
      trigger={
        <>
          <Share size={16} class="icon" aria-hidden="true" />
          <span class="share-menu__word">{t('shell.share')}</span>
          <ChevronDown size={14} class="icon" aria-hidden="true" />
        </>
      }
      groups={[
        {
          items: [
            {
              label: actions.label('exportWorkbook'),
              hint: t('shell.exportWorkbookHint'),
              icon: FileSpreadsheet,
              blocked: actions.can('exportWorkbook') ? null : t('shell.noPlan'),
              run: () => actions.run('exportWorkbook'),
            },
          ],
        },
      ]}
    />
  );
}
