import Check from 'lucide-solid/icons/check';
import LoaderCircle from 'lucide-solid/icons/loader-circle';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { Match, Show, Switch } from 'solid-js';
import { useApp } from '~/state/app';
import { Button } from '../components/Button';
import { useText } from '../components/TextProvider';
import { useActions } from './useActions';

/** Whether what is on screen is on the disk, always in words. Failed: a copy is one click away. */
export function SaveSign() {
  const app = useApp();
  const { t, format, issueText } = useText();
  const actions = useActions();
  const why = () => {
    const issue = app.status().saveIssue;
    return issue ? issueText(issue) : t('shell.notSavedLong');
  };
  return (
    <Show when={app.status().workspace}>
      <div class="save-sign" role="status">
        <Switch>
          <Match when={app.status().save === 'failed'}>
            <span class="save-sign__state tone-bad" title={why()}>
              <TriangleAlert size={16} stroke-width={1.5} aria-hidden="true" />
              <span class="strong">{t('shell.notSaved')}</span>
            </span>
            <Button look="danger" title={why()} onClick={() => actions.run('rescue')}>
              {t('shell.downloadCopy')}
            </Button>
          </Match>
          <Match when={app.status().save === 'saving'}>
            <span class="save-sign__state quiet">
              <LoaderCircle size={16} class="icon" aria-hidden="true" />
              <span class="save-sign__word">{t('shell.saving')}</span>
            </span>
          </Match>
          <Match when={app.status().save === 'saved'}>
            <span class="save-sign__state quiet" title={t('shell.savedHere')}>
              <Check size={16} stroke-width={1.5} class="tone-good" aria-hidden="true" />
              <span class="save-sign__word">
                <Show when={app.savedAt()} fallback={t('shell.saved')}>
                  {(at) => <>{t('shell.savedAt', { time: format().clock(at()) })}</>}
                </Show>
              </span>
            </span>
          </Match>
        </Switch>
      </div>
    </Show>
  );
}
