import Redo from 'lucide-solid/icons/redo-2';
import Undo from 'lucide-solid/icons/undo-2';
import { commandText } from '~/i18n/effectText';
import { useApp } from '~/state/app';
import { Button } from '../components/Button';
import { useText } from '../components/TextProvider';
import { useActions } from './useActions';

/** Undo and redo, each naming what it would do. */
export function HistoryButtons() {
  const app = useApp();
  const { t } = useText();
  const actions = useActions();
  const undoWhat = () => {
    const step = app.status().undo;
    return step ? t('shell.undoWhat', { what: commandText(step.command, t) }) : t('shell.undo');
  };
  const redoWhat = () => {
    const step = app.status().redo;
    return step ? t('shell.redoWhat', { what: commandText(step.command, t) }) : t('shell.redo');
  };
  return (
    <div class="history-buttons">
      <Button
        look="quiet"
        icon={Undo}
        label={undoWhat()}
        title={`${undoWhat()} · ${actions.keys('undo') ?? ''}`}
        blocked={actions.can('undo') ? null : t('shell.nothingToUndo')}
        onClick={() => actions.run('undo')}
      />
      <Button
        look="quiet"
        icon={Redo}
        label={redoWhat()}
        title={`${redoWhat()} · ${actions.keys('redo') ?? ''}`}
        blocked={actions.can('redo') ? null : t('shell.nothingToRedo')}
        onClick={() => actions.run('redo')}
      />
    </div>
  );
}
