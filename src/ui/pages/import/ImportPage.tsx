import { Match, onCleanup, onMount, Switch } from 'solid-js';
import { useApp } from '~/state/app';
import { useText } from '../../components/TextProvider';
import { FileStep } from './FileStep';
import { PackCheck } from './PackCheck';
import { PackHead } from './PackHead';
import { PackResult } from './PackResult';
import { createPackDraft } from './packDraft';
import { pastedFile } from './pastedFile';
import './import.css';

/** From any files to facts: bring them, see what they were taken for, look at what would change, confirm. */
export function ImportPage() {
  const app = useApp();
  const { t, language } = useText();
  const draft = createPackDraft(app, language() === 'zh-CN' ? 'CNY' : 'USD');
  onCleanup(() => draft.reset());

  const take = (files: readonly File[]) => {
    if (files.length === 0 || draft.opening() || draft.importing() || draft.done()) return;
    const known = draft.files();
    const fresh = files.filter((file) => !known.some((old) => old.name === file.name && old.size === file.size));
    if (fresh.length > 0) void draft.choose([...known, ...fresh]);
  };
  /** A block copied in a spreadsheet may be pasted anywhere on the page but in a field. */
  const paste = (event: ClipboardEvent) => {
    const isField = event.target instanceof Element && event.target.closest('input, textarea, [role="grid"]') !== null;
    if (isField || !event.clipboardData) return;
    const files = [...event.clipboardData.files];
    const text = event.clipboardData.getData('text/plain');
    const count = draft.files().filter((file) => file.type === 'text/tab-separated-values').length;
    // A spreadsheet puts a picture of the block beside its text: the text is what was meant.
    const table = pastedFile(text, `${t('pack.pasted', { n: count + 1 })}.txt`);
    if (table) take([table]);
    else if (text === '') take(files);
    else return;
    event.preventDefault();
  };
  onMount(() => {
    document.addEventListener('paste', paste);
    onCleanup(() => document.removeEventListener('paste', paste));
  });
  return (
    <div class="import">
      <PackHead draft={draft} />
      <Switch fallback={<FileStep draft={draft} onTake={take} />}>
        <Match when={draft.done()}>{(done) => <PackResult draft={draft} done={done()} />}</Match>
        <Match when={draft.opened() && !draft.atFiles()}>
          <PackCheck draft={draft} />
        </Match>
      </Switch>
    </div>
  );
}
