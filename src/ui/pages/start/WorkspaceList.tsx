import { For, Show } from 'solid-js';
import type { WorkspaceHead } from '~/domain/status';
import { Button } from '../../components/Button';
import { useText } from '../../components/TextProvider';

export interface WorkspaceListProps {
  /** Newest first. */
  workspaces: WorkspaceHead[];
  onOpen: (workspace: WorkspaceHead) => void;
  onDelete: (workspace: WorkspaceHead) => void;
}

/** What was worked on before, to go on with or to delete. */
export function WorkspaceList(props: WorkspaceListProps) {
  const { t, format } = useText();
  const when = (workspace: WorkspaceHead) => {
    const { day, text } = format().moment(workspace.openedAt, new Date());
    if (day === 'today') return t('start.openedToday', { time: text });
    return day === 'yesterday' ? t('start.openedYesterday', { time: text }) : text;
  };
  return (
    <section class="start__workspaces" aria-labelledby="start-workspaces">
      <h2 id="start-workspaces" class="type-section">
        {t('start.workspaces')}
      </h2>
      <ul class="workspace-list">
        <For each={props.workspaces}>
          {(workspace) => (
            <li class="workspace-list__row">
              <span class="workspace-list__name">
                <span class="strong">{workspace.name}</span>
                <Show when={workspace.sample}>
                  <span class="tag">{t('shell.sample')}</span>
                </Show>
                <span class="type-caption">{t('start.opened', { when: when(workspace) })}</span>
              </span>
              <Button
                look="quiet"
                aria-label={t('start.deleteNamed', { name: workspace.name })}
                onClick={() => props.onDelete(workspace)}
              >
                {t('start.delete')}
              </Button>
              <Button
                aria-label={t('start.openNamed', { name: workspace.name })}
                onClick={() => props.onOpen(workspace)}
              >
                {t('start.open')}
              </Button>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
}
