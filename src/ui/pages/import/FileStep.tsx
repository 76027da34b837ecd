import X from 'lucide-solid/icons/x';
import { createSignal, For, Show } from 'solid-js';
import { Button } from '../../components/Button';
import { useText } from '../../components/TextProvider';
import { IssueList } from './IssueList';
import type { ImportDraft } from './importDraft';

const ACCEPTED = '.csv,.txt,.tsv,text/csv,text/plain,text/tab-separated-values';

/** Choosing the files, or dropping them; those that cannot be read are named with the reason, and the others stay. */
export function FileStep(props: { draft: ImportDraft }) {
  const { t, format } = useText();
  const [over, setOver] = createSignal(false);
  let input: HTMLInputElement | undefined;
  const busy = () => (props.draft.opening() ? t('import.reading') : null);
  const ready = () => props.draft.opened() !== null;
  const take = (files: Iterable<File>) => {
    const known = props.draft.files();
    const fresh = [...files].filter((file) => !known.some((old) => old.name === file.name && old.size === file.size));
    if (fresh.length > 0) void props.draft.choose([...known, ...fresh]);
  };
  return (
    <div class="file-step">
      <section
        class="drop-zone"
        classList={{ 'drop-zone--over': over() }}
        aria-label={t('import.choose')}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer?.files ?? []);
        }}
      >
        <p class="type-section">{props.draft.opening() ? t('import.reading') : t('import.drop')}</p>
        <Button look={ready() ? 'plain' : 'primary'} large blocked={busy()} onClick={() => input?.click()}>
          {props.draft.files().length > 0 ? t('import.addFiles') : t('import.choose')}
        </Button>
        <p class="type-caption">{t('import.kinds')}</p>
        <input
          ref={(element) => {
            input = element;
          }}
          type="file"
          multiple
          accept={ACCEPTED}
          class="unseen"
          tabIndex={-1}
          aria-label={t('import.choose')}
          onChange={(event) => {
            const chosen = [...(event.currentTarget.files ?? [])];
            event.currentTarget.value = '';
            take(chosen);
          }}
        />
      </section>
      <Show when={props.draft.refusals().length > 0}>
        <section class="import-note import-note--bad" role="alert">
          <h2 class="type-section">{t('import.refused')}</h2>
          <IssueList issues={props.draft.refusals()} />
          <p class="quiet">{t('import.refusedSafe')}</p>
        </section>
      </Show>
      <Show
        when={props.draft.files().length > 0}
        fallback={
          <ul class="file-step__what quiet">
            <li>{t('import.whatOrders')}</li>
            <li>{t('import.whatLookups')}</li>
          </ul>
        }
      >
        <section>
          <h2 class="type-section">{t('import.files')}</h2>
          <ul class="file-list">
            <For each={props.draft.files()}>
              {(file) => (
                <li class="file-list__row">
                  <span class="file-list__name">{file.name}</span>
                  <span class="faint">{format().bytes(file.size)}</span>
                  <Button
                    look="quiet"
                    icon={X}
                    label={t('import.removeFile', { name: file.name })}
                    onClick={() => void props.draft.removeFile(file)}
                  />
                </li>
              )}
            </For>
          </ul>
        </section>
        <Show when={ready()}>
          <div class="import-result__acts">
            <Button look="primary" large onClick={() => props.draft.setAtFiles(false)}>
              {t('import.continue')}
            </Button>
          </div>
        </Show>
      </Show>
    </div>
  );
}
