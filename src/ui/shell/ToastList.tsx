import CircleCheck from 'lucide-solid/icons/circle-check';
import CircleX from 'lucide-solid/icons/circle-x';
import Info from 'lucide-solid/icons/info';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import X from 'lucide-solid/icons/x';
import { For, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { useApp } from '~/state/app';
import type { ShownToast } from '~/state/toasts';
import { Button } from '../components/Button';
import { useText } from '../components/TextProvider';

const GLYPHS = { note: Info, good: CircleCheck, warn: TriangleAlert, bad: CircleX } as const;

/** What happened, said once: failures stay until they are read. */
export function ToastList() {
  const app = useApp();
  const { t } = useText();
  return (
    <section class="toasts" aria-label={t('shell.toasts')} aria-live="polite">
      <For each={app.toasts.list()}>{(toast) => <ToastCard toast={toast} />}</For>
    </section>
  );
}

function ToastCard(props: { toast: ShownToast }) {
  const app = useApp();
  const { t, issueText, effectText } = useText();
  const lines = () => {
    const { text, message, effect, issues = [] } = props.toast;
    const said = message ? t.find(message.key, message.params) : null;
    return [text, said, effect ? effectText(effect) : null, ...issues.map(issueText)].filter(
      (line): line is string => typeof line === 'string',
    );
  };
  /** A refusal that names locks leads to them. */
  const named = (what: 'holdIds' | 'limitIds'): string[] =>
    (props.toast.issues ?? []).flatMap(({ params }) =>
      String(params?.[what] ?? '')
        .split(',')
        .filter((id) => id !== ''),
    );
  const releaseLocks = async () => {
    app.toasts.dismiss(props.toast.id);
    for (const hold of new Set(named('holdIds'))) await app.run({ name: 'holds/remove', hold });
    for (const limit of new Set(named('limitIds'))) await app.run({ name: 'limits/clear', limit });
  };
  const names = (what: 'holdIds' | 'limitIds') =>
    props.toast.issues?.some((issue) => issue.params?.[what] !== undefined) ?? false;
  const showLocks = () => {
    app.toasts.dismiss(props.toast.id);
    if (app.route().page === 'plan') app.setParams({ locks: 'all' });
    else app.go('plan', { locks: 'all' });
  };
  return (
    <div class="toast" role={props.toast.tone === 'bad' ? 'alert' : undefined}>
      <span class={`toast__icon tone-${props.toast.tone}`}>
        <Dynamic component={GLYPHS[props.toast.tone]} size={16} stroke-width={1.5} aria-hidden="true" />
      </span>
      <div class="toast__body">
        <For each={lines()}>{(line) => <p>{line}</p>}</For>
        <Show when={names('holdIds') || names('limitIds')}>
          <Button look="link" onClick={showLocks}>
            {t(names('holdIds') ? 'shell.showLocks' : 'limit.show')}
          </Button>
          <Button look="link" onClick={() => void releaseLocks()}>
            {[
              named('holdIds').length > 0 ? t('shell.releaseLocks', { n: named('holdIds').length }) : null,
              named('limitIds').length > 0 ? t('limit.release', { n: named('limitIds').length }) : null,
            ]
              .filter(Boolean)
              .join(' · ')}
          </Button>
        </Show>
        <Show when={props.toast.action}>
          {(action) => (
            <Button
              look="link"
              onClick={() => {
                app.toasts.dismiss(props.toast.id);
                action().run();
              }}
            >
              {action().label}
            </Button>
          )}
        </Show>
      </div>
      <Button look="quiet" icon={X} label={t('shell.dismiss')} onClick={() => app.toasts.dismiss(props.toast.id)} />
    </div>
  );
}
