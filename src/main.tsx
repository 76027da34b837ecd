import { render } from 'solid-js/web';
import { loadLanguage } from './i18n/loadLanguage';
import { AppProvider, createApp } from './state/app';
import { boot, followAddress } from './state/boot';
import { createBridge, spawnHost } from './state/bridge';
import { keepSaved } from './state/keepSaved';
import { TextProvider } from './ui/components/TextProvider';
import { Shell } from './ui/shell/Shell';
import './ui/style/tokens.css';
import './ui/style/base.css';
import './ui/style/controls.css';
import './ui/style/surfaces.css';
import './ui/style/shell.css';

/** Puts the parts together: worker, state, language, page. The only place that knows them all. */
async function main(root: HTMLElement): Promise<void> {
  const bridge = createBridge({ spawn: spawnHost });
  const app = createApp(bridge.host);
  bridge.onEvent(app.receive);
  // The worker opens the workspace while language and page are still on their way.
  const booted = boot(app);
  const language = app.preferences.language();
  const dictionary = await loadLanguage(language);
  root.replaceChildren();
  render(
    () => (
      <AppProvider value={app}>
        <TextProvider dictionary={dictionary} language={language}>
          <Shell />
        </TextProvider>
      </AppProvider>
    ),
    root,
  );
  keepSaved(app);
  await booted;
  followAddress(app);
}

const root = document.getElementById('app');
if (root) await main(root);
