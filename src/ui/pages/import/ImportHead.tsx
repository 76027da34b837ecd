import Check from 'lucide-solid/icons/check';
import { For, Show } from 'solid-js';
import { useApp } from '~/state/app';
import { useText } from '../../components/TextProvider';
import type { ImportDraft } from './importDraft';

const STEPS = ['file', 'columns', 'check', 'result'] as const;

/** Which files, in a line, and how far their import is. */
export function ImportHead(props: { draft: ImportDraft }) {
  const app = useApp();
  const { t, format } = useText();
  const at = () => {
    if (props.draft.done()) return 3;
    if (!props.draft.opened() || props.draft.atFiles()) return 0;
    return props.draft.preview() && !props.draft.running() ? 2 : 1;
  };
  const title = () => {
    const names = props.draft.orderFiles().map((file) => file.name);
    return names.length > 0 ? names.join(' + ') : t('import.title');
  };
  const about = () => {
    const [first] = props.draft.orderFiles();
    if (!first) return t('import.lead');
    const size = props.draft.orderFiles().reduce((all, file) => all + file.size, 0);
    const parts = [
      t('import.aboutOrders', {
        size: format().bytes(size),
        encoding: first.encoding.toUpperCase(),
        row: first.headerRow,
      }),
    ];
    const workspace = app.status().workspace;
    if (workspace) parts.push(t('import.into', { workspace: workspace.name }));
    return parts.join(' · ');
  };
  return (
    <header class="import__head">
      <div class="import__words">
        <h1 class="type-finding import__title">{title()}</h1>
        <p class="quiet">{about()}</p>
      </div>
      <ol class="steps" aria-label={t('import.steps')}>
        <For each={STEPS}>
          {(step, index) => (
            <li
              class="steps__step"
              classList={{ 'steps__step--done': index() < at(), 'steps__step--now': index() === at() }}
              aria-current={index() === at() ? 'step' : undefined}
            >
              <span class="steps__mark">
                <Show when={index() < at()} fallback={<span aria-hidden="true">{index() + 1}</span>}>
                  <Check size={12} aria-hidden="true" />
                  <span class="unseen">{t('import.stepDone')}</span>
                </Show>
              </span>
              {t(`import.step.${step}`)}
            </li>
          )}
        </For>
      </ol>
    </header>
  );
}
