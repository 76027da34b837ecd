import { Match, onCleanup, Switch } from 'solid-js';
import { useApp } from '~/state/app';
import { useText } from '../../components/TextProvider';
import { FileStep } from './FileStep';
import { ImportCheck } from './ImportCheck';
import { ImportHead } from './ImportHead';
import { ImportResult } from './ImportResult';
import { createImportDraft } from './importDraft';
import './import.css';

/** From files to orders: choose, say what the columns mean, look at what would be kept, confirm. */
export function ImportPage() {
  const app = useApp();
  const { language } = useText();
  const draft = createImportDraft(app, language() === 'zh-CN' ? 'CNY' : 'USD');
  onCleanup(() => draft.reset());
  return (
    <div class="import">
      <ImportHead draft={draft} />
      <Switch fallback={<FileStep draft={draft} />}>
        <Match when={draft.done()}>{(done) => <ImportResult draft={draft} done={done()} />}</Match>
        <Match when={draft.opened() && !draft.atFiles()}>
          <ImportCheck draft={draft} />
        </Match>
      </Switch>
    </div>
  );
}
