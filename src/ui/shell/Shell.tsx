import { createEffect, on, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { useApp } from '~/state/app';
import { ReasonDialog } from '../components/ReasonDialog';
import { useText } from '../components/TextProvider';
import { createShortcuts } from './createShortcuts';
import { createTheme } from './createTheme';
import { NoticeBar } from './NoticeBar';
import { PageFrame } from './PageFrame';
import { Palette } from './Palette';
import { PAGE_COMPONENTS, preloadPage } from './pages';
import { Rail } from './Rail';
import { ShortcutSheet } from './ShortcutSheet';
import { StatusStrip } from './StatusStrip';
import { ToastList } from './ToastList';
import { TopBar } from './TopBar';
import { useActions } from './useActions';

/** The frame around every page; the start page stands alone. */
export function Shell() {
  const app = useApp();
  const { t, effectText } = useText();
  const page = () => app.route().page;
  createTheme();
  createEffect(() => preloadPage(page()));
  createEffect(() => {
    // The plan is where most people go next; its chunks come while nothing else is asked for.
    if (app.status().plan && page() !== 'plan') whenIdle(() => preloadPage('plan'));
  });
  createShortcuts(useActions());
  createEffect(
    on(app.lastEffect, (effect) => {
      if (effect) app.announce(effectText(effect) ?? '');
    }),
  );
  createEffect(() => {
    const name = app.status().plan?.name;
    document.title = [page() === 'start' ? null : t(`page.${page()}`), page() === 'start' ? null : name, 'Quotagrid']
      .filter((part) => part)
      .join(' · ');
  });
  return (
    <>
      <Show when={page() !== 'start'} fallback={<Page />}>
        <button type="button" class="skip-link" onClick={() => document.getElementById('main')?.focus()}>
          {t('shell.skip')}
        </button>
        <div class="shell">
          <TopBar />
          <Rail />
          <div class="shell__work">
            <NoticeBar />
            <main id="main" class="shell__main" data-region="main" tabIndex={-1} aria-label={t(`page.${page()}`)}>
              <h1 class="unseen">{t(`page.${page()}`)}</h1>
              <Page />
            </main>
          </div>
          <StatusStrip />
        </div>
      </Show>
      <Palette />
      <ShortcutSheet />
      <ReasonDialog />
      <ToastList />
      <div class="unseen" aria-live="polite">
        {app.announcement()}
      </div>
    </>
  );
}

function Page() {
  const app = useApp();
  return (
    <Show when={app.route().page} keyed>
      {(page) => (
        <PageFrame>
          <Dynamic component={PAGE_COMPONENTS[page]} />
        </PageFrame>
      )}
    </Show>
  );
}

/** Safari has no idle callback; a short wait does there. */
const whenIdle = (run: () => void): void => {
  if ('requestIdleCallback' in window) window.requestIdleCallback(run, { timeout: 3000 });
  else setTimeout(run, 1500);
};
