import X from 'lucide-solid/icons/x';
import { createSignal, For, Show } from 'solid-js';
import { SOURCE_KINDS } from '~/domain/source';
import { useApp } from '~/state/app';
import { Button } from '../../components/Button';
import { useText } from '../../components/TextProvider';
import { TemplateMenu } from '../sources/TemplateMenu';
import { droppedFiles, tableFiles } from './droppedFiles';
import { IssueList } from './IssueList';
import type { PackDraft } from './packDraft';

const ACCEPTED =
  '.csv,.txt,.tsv,.tab,.xlsx,.xlsm,.xls,.xlsb,.ods,.html,.htm,.xml,text/csv,text/plain,text/tab-separated-values';

export interface FileStepProps {
  draft: PackDraft;
  onTake: (files: File[]) => void;
}

/** Everything of a month at once: dropped, chosen, a folder, or pasted; what cannot be read is named with the reason. */
export function FileStep(props: FileStepProps) {
  const app = useApp();
  const { t, format } = useText();
  const [over, setOver] = createSignal(false);
  let input: HTMLInputElement | undefined;
  /** What somebody came to bring, from the list of kinds. */
  const kind = () => SOURCE_KINDS.find((one) => one === app.route().params.kind) ?? null;
  const busy = () => (props.draft.opening() ? t('import.reading') : null);
  const ready = () => props.draft.opened() !== null;
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
        onDrop={async (event) => {
          event.preventDefault();
          setOver(false);
          if (event.dataTransfer) props.onTake(await droppedFiles(event.dataTransfer));
        }}
      >
        <p class="type-section" role="status">
          {props.draft.opening() ? t('import.reading') : t('pack.drop')}
        </p>
        <div class="drop-zone__acts">
          <Button look={ready() ? 'plain' : 'primary'} large blocked={busy()} onClick={() => input?.click()}>
            {props.draft.files().length > 0 ? t('import.addFiles') : t('import.choose')}
          </Button>
          <Button large blocked={busy()} onClick={() => askForFolder((files) => props.onTake(tableFiles(files)))}>
            {t('pack.folder')}
          </Button>
        </div>
        <p class="type-caption drop-zone__kinds">{t('pack.kinds')}</p>
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
            props.onTake(chosen);
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
            <Show when={kind()}>
              {(wanted) => (
                <li class="file-step__kind">
                  <span class="strong">{t(`template.kind.${wanted()}`)}</span>
                  <span>{t(`sources.usedBy.${wanted()}`)}</span>
                  <TemplateMenu kind={wanted()} />
                </li>
              )}
            </Show>
            <li>{t('import.whatOrders')}</li>
            <li>{t('pack.whatFacts')}</li>
            <li>{t('pack.whatPaste')}</li>
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

/** Browsers ask for a folder by a field of its own kind; it is needed for this one question only. */
function askForFolder(onChosen: (files: File[]) => void): void {
  const field = document.createElement('input');
  field.type = 'file';
  field.webkitdirectory = true;
  field.addEventListener('change', () => onChosen([...(field.files ?? [])]));
  field.click();
}
