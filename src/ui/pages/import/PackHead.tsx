import Check from 'lucide-solid/icons/check';
import { For, Show } from 'solid-js';
import { useApp } from '~/state/app';
import { useText } from '../../components/TextProvider';
import { isUsed } from './landing';
import type { PackDraft } from './packDraft';

const STEPS = ['files', 'tables', 'check', 'result'] as const;

/** Which files, in a line, and how far their import is. */
export function PackHead(props: { draft: PackDraft }) {
  const app = useApp();
  const { t, format } = useText();
  const at = () => {
    if (props.draft.done()) return 3;
    if (!props.draft.opened() || props.draft.atFiles()) return 0;
    return props.draft.place() === 'all' ? 2 : 1;
  };
  const files = () => [...new Set(props.draft.tables().map((table) => table.file))];
  const title = () => {
    const names = files();
    if (names.length === 0) return t('pack.title');
    return names.length <= 2 ? names.join(' + ') : t('pack.manyFiles', { first: names[0], n: names.length });
  };
  const about = () => {
    const tables = props.draft.tables();
    if (tables.length === 0) return t('pack.lead');
    const sizes = new Map(tables.map((table) => [table.file, table.size]));
    const size = format().bytes([...sizes.values()].reduce((sum, one) => sum + one, 0));
    const [first] = tables;
    const parts =
      tables.length === 1 && first.format.encoding !== ''
        ? [
            t('import.aboutOrders', {
              size,
              encoding: first.format.encoding.toUpperCase(),
              row: first.format.headerRow,
            }),
          ]
        : [t('pack.about', { size, tables: tables.length, used: props.draft.choices().filter(isUsed).length })];
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
              {t(`pack.step.${step}`)}
            </li>
          )}
        </For>
      </ol>
    </header>
  );
}
