import Eye from 'lucide-solid/icons/eye';
import { Match, Show, Switch } from 'solid-js';
import { useApp } from '~/state/app';
import { Button } from '../components/Button';
import { useText } from '../components/TextProvider';
import { useActions } from './useActions';

/** Why nothing can be edited here, and what to do about it. */
export function NoticeBar() {
  const app = useApp();
  const { t, format } = useText();
  const actions = useActions();
  const reason = () => app.status().readOnly;
  const whenOf = (wallTime: string) => {
    const { day, text } = format().moment(wallTime, new Date());
    if (day === 'other') return text;
    return t(day === 'today' ? 'history.whenToday' : 'history.whenYesterday', { time: text });
  };
  return (
    <Show when={reason() !== null}>
      <div class="notice" role="status">
        <Eye size={16} class="icon" aria-hidden="true" />
        <Switch>
          <Match when={reason() === 'otherTab'}>
            <p class="notice__text">{t('shell.readOnlyOtherTab')}</p>
            <Button onClick={() => void app.settleStatus(app.host.takeOver())}>{t('shell.takeOver')}</Button>
          </Match>
          <Match when={reason() === 'newerSchema'}>
            <p class="notice__text">{t('shell.readOnlyNewerSchema')}</p>
            <Button onClick={() => location.reload()}>{t('shell.reload')}</Button>
          </Match>
          <Match when={app.status().past}>
            {(past) => (
              <>
                <p class="notice__text">{t('history.lookingAt', { when: whenOf(past().wallTime) })}</p>
                <Button onClick={() => void app.settleStatus(app.host.openPast(null))}>{t('history.backToNow')}</Button>
              </>
            )}
          </Match>
          <Match when={reason() === 'damaged'}>
            <p class="notice__text">{t('shell.readOnlyDamaged')}</p>
            <Button onClick={() => actions.run('rescue')}>{t('shell.downloadCopy')}</Button>
          </Match>
        </Switch>
      </div>
    </Show>
  );
}
