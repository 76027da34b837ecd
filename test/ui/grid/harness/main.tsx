import { createEffect, For, Show } from 'solid-js';
import { render } from 'solid-js/web';
import { loadLanguage } from '~/i18n/loadLanguage';
import { AppProvider, createApp } from '~/state/app';
import { STATUS_SLOT } from '~/ui/components/StatusBar';
import { TextProvider } from '~/ui/components/TextProvider';
import { PlanPage } from '~/ui/pages/plan/PlanPage';
import '~/ui/style/tokens.css';
import '~/ui/style/base.css';
import '~/ui/style/controls.css';
import '~/ui/style/surfaces.css';
import '~/ui/style/shell.css';
import './harness.css';
import { sampleHost } from './sampleHost';

/** The plan page alone, over a host in memory: what the browser test of the grid drives. */
const host = document.getElementById('app');
const params = new URLSearchParams(location.search);
const language = params.get('language') === 'zh-CN' ? 'zh-CN' : 'en';
const calls = sampleHost(language);
const app = createApp(calls);
app.preferences.setLanguage(language);
app.preferences.setTheme(params.get('theme') === 'dark' ? 'dark' : 'light');
app.setStatus(await calls.start(() => {}));
const dictionary = await loadLanguage(language);

function Harness() {
  createEffect(() => {
    document.documentElement.dataset.theme = app.preferences.dark() ? 'dark' : 'light';
  });
  return (
    <main class="harness">
      <h1 class="unseen">Plan</h1>
      <Show when={params.get('page') !== 'none'}>
        <PlanPage />
      </Show>
      <footer class="status-bar">
        <div id={STATUS_SLOT} class="status-bar__slot" />
      </footer>
      <div class="unseen" aria-live="polite" data-testid="live">
        {app.announcement()}
      </div>
      <div class="harness__toasts" data-testid="toasts">
        <For each={app.toasts.list()}>
          {(toast) => (
            <p>{toast.text ?? toast.issues?.map((issue) => issue.code).join(' ') ?? toast.effect?.command}</p>
          )}
        </For>
      </div>
    </main>
  );
}

Object.assign(window, { app });
if (host)
  render(
    () => (
      <AppProvider value={app}>
        <TextProvider dictionary={dictionary} language={language}>
          <Harness />
        </TextProvider>
      </AppProvider>
    ),
    host,
  );
