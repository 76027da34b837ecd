import Shield from 'lucide-solid/icons/shield';
import { createResource, createSignal, Show } from 'solid-js';
import type { WorkspaceHead } from '~/domain/status';
import { useApp } from '~/state/app';
import { openSample } from '~/state/openSample';
import { newestFirst, openStored } from '~/state/openStored';
import type { PageId } from '~/state/route';
import { LanguageSwitch } from '../../components/LanguageSwitch';
import { lazyPart } from '../../components/lazyPart';
import { Mark } from '../../components/Mark';
import { useText } from '../../components/TextProvider';
import { ThemeSwitch } from '../../components/ThemeSwitch';
import { Choice } from './Choice';
import { ImportPicture } from './ImportPicture';
import { SamplePicture } from './SamplePicture';
import { TargetPicture } from './TargetPicture';
import './start.css';
import { UnopenedNotice } from './UnopenedNotice';
import { WorkspaceList } from './WorkspaceList';

const DeleteDialog = lazyPart(async () => (await import('./DeleteDialog')).DeleteDialog);

/** Where nothing is there yet: three ways to begin, and what was worked on before. */
export function StartPage() {
  const app = useApp();
  const { t } = useText();
  const [busy, setBusy] = createSignal(false);
  const [workspaces, { refetch }] = createResource(() => newestFirst(app));
  const [doomed, setDoomed] = createSignal<WorkspaceHead | null>(null);
  const known = () => workspaces.latest ?? [];

  const startSample = async () => {
    setBusy(true);
    await openSample(app);
    setBusy(false);
  };
  const open = async (workspace: WorkspaceHead) => {
    if (await openStored(app, workspace)) app.go('home');
  };
  const remove = async (id: string) => {
    if (app.status().workspace?.id === id) app.setStatus(await app.host.closeWorkspace());
    await app.attempt(app.host.deleteWorkspace(id));
    if (app.unopened()?.workspace.id === id) app.setUnopened(null);
    await refetch();
  };
  // A new start is a workspace of its own; the page it leads to makes it once there is something to keep.
  const begin = async (page: PageId) => {
    if (app.status().workspace) app.setStatus(await app.host.closeWorkspace());
    app.go(page);
  };

  return (
    <div class="start">
      <header class="start__head" data-region="top">
        <span class="start__brand">
          <Mark size={22} />
          <span class="type-section">Quotagrid</span>
        </span>
        <div class="start__switches">
          <ThemeSwitch />
          <LanguageSwitch />
        </div>
      </header>
      <main class="start__main" classList={{ 'start__main--returning': known().length > 0 }} data-region="main">
        <Show when={app.unopened()} keyed>
          {(unopened) => (
            <UnopenedNotice
              unopened={unopened}
              onRetry={() => void open(unopened.workspace)}
              onDelete={() => setDoomed(unopened.workspace)}
            />
          )}
        </Show>
        <h1 class="type-figure start__title">{t('start.title')}</h1>
        <p class="start__lead">{t('start.lead')}</p>
        <ul class="start__choices">
          <Choice
            primary
            picture={<SamplePicture />}
            title={t('start.sampleTitle')}
            text={t('start.sampleText')}
            button={busy() ? t('start.opening') : t('start.sampleButton')}
            blocked={busy() ? t('start.opening') : null}
            onChoose={() => void startSample()}
          />
          <Choice
            picture={<TargetPicture />}
            title={t('start.targetTitle')}
            text={t('start.targetText')}
            button={t('start.targetButton')}
            onChoose={() => void begin('wizard')}
          />
          <Choice
            picture={<ImportPicture />}
            title={t('start.importTitle')}
            text={t('start.importText')}
            button={t('start.importButton')}
            onChoose={() => void begin('import')}
          />
        </ul>
        <Show when={known().length > 0}>
          <WorkspaceList workspaces={known()} onOpen={(workspace) => void open(workspace)} onDelete={setDoomed} />
        </Show>
        <Show when={doomed()} keyed>
          {(workspace) => (
            <DeleteDialog
              wanted
              workspace={workspace}
              onKeep={() => setDoomed(null)}
              onDelete={() => {
                void remove(workspace.id);
                setDoomed(null);
              }}
            />
          )}
        </Show>
      </main>
      <footer class="start__foot" data-region="status">
        <span class="start__privacy">
          <Shield size={16} class="tone-good" stroke-width={1.5} aria-hidden="true" />
          {t('start.privacy')}
        </span>
      </footer>
    </div>
  );
}
