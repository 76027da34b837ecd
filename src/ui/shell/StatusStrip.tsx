import Shield from 'lucide-solid/icons/shield';
import { Show } from 'solid-js';
import { useApp } from '~/state/app';
import { STATUS_SLOT } from '../components/StatusBar';
import { useText } from '../components/TextProvider';

/** The bottom line: what the page puts there, else where the data is and how far it reaches. */
export function StatusStrip() {
  const app = useApp();
  const { t, format } = useText();
  return (
    <footer class="status-bar" data-region="status">
      <div id={STATUS_SLOT} class="status-bar__slot" />
      <div class="status-bar__default">
        <span class="status-bar__part">
          <Shield size={13} class="icon" aria-hidden="true" />
          {t('shell.localOnly')}
        </span>
        <Show when={app.status().asOf !== null}>
          <span>{t('shell.asOf', { date: format().isoDay(app.status().asOf) })}</span>
        </Show>
      </div>
    </footer>
  );
}
