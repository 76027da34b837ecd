import { createEffect, on, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { useApp } from '~/state/app';
import { lazyPart, preloadParts } from '../components/lazyPart';
import { useText } from '../components/TextProvider';
import { WithAllTexts } from '../components/WithAllTexts';
import { whenIdle } from '../components/whenIdle';
import { createShortcuts } from './createShortcuts';
import { createTheme } from './createTheme';
import { NoticeBar } from './NoticeBar';
import { PageFrame } from './PageFrame';
import { FIRST_PAGES, PAGE_COMPONENTS, preloadPage } from './pages';
import { Rail } from './Rail';
import { StatusStrip } from './StatusStrip';
import { ToastList } from './ToastList';
import { TopBar } from './TopBar';
import { useActions } from './useActions';

const Palette = lazyPart(async () => (await import('./Palette')).Palette);
const ShortcutSheet = lazyPart(async () => (await import('./ShortcutSheet')).ShortcutSheet);
const ReasonDialog = lazyPart(async () => (await import('../components/ReasonDialog')).ReasonDialog);

/** The frame around every page; the start page stands alone. */
export function Shell() {
  const app = useApp();
  const { t, effectText, finish } = useText();
  const page = () => app.route().page;
  createTheme();
  createEffect(() => preloadPage(page()));
  createEffect(() => {
    // The plan is where most people go next; its chunks come while nothing else is asked for.
    if (app.status().plan && page() !== 'plan') whenIdle(() => preloadPage('plan'));
  });
  createEffect(() => {
    // On the plan the sheet comes first, and says when the rest may.
    if (page() !== 'plan') whenIdle(() => void preloadParts(finish));
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
      <Palette wanted={app.panel() === 'palette'} />
      <ShortcutSheet wanted={app.panel() === 'shortcuts'} />
      <ReasonDialog wanted={app.asking() !== null} />
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
          <Show when={!FIRST_PAGES.has(page)} fallback={<Dynamic component={PAGE_COMPONENTS[page]} />}>
            <WithAllTexts>
              <Dynamic component={PAGE_COMPONENTS[page]} />
            </WithAllTexts>
          </Show>
        </PageFrame>
      )}
    </Show>
  );
}
