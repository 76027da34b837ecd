import { For, Show } from 'solid-js';
import { useApp } from '~/state/app';
import { useText } from '../../components/TextProvider';
import { AmountSource } from './AmountSource';
import { ColumnList } from './ColumnList';
import { DateQuestion } from './DateQuestion';
import { FilterEditor } from './FilterEditor';
import { ImportBar } from './ImportBar';
import { IssueList } from './IssueList';
import type { ImportDraft } from './importDraft';
import { LookupJoins } from './LookupJoins';
import { missingParts } from './mappingEdits';
import { PreviewRows } from './PreviewRows';
import { UnmatchedNames } from './UnmatchedNames';
import { WorkspaceFields } from './WorkspaceFields';

/** Left what the files mean, right what would be kept of them, below the decision. */
export function ImportCheck(props: { draft: ImportDraft }) {
  const app = useApp();
  const { t } = useText();
  const missing = () => {
    const mapping = props.draft.mapping();
    return mapping ? missingParts(mapping) : [];
  };
  const problems = () => props.draft.problems().filter((issue) => issue.code !== 'import/ambiguousDate');
  const notes = () => props.draft.opened()?.issues.filter((issue) => issue.code === 'import/duplicateHeader') ?? [];
  return (
    <>
      <div class="import__work">
        <div class="import__left">
          <Show when={!app.status().workspace}>
            <WorkspaceFields draft={props.draft} />
          </Show>
          <ColumnList draft={props.draft} />
          <Show when={missing().length > 0}>
            <div class="import-note import-note--bad" role="alert">
              <For each={missing()}>
                {(part) => <p>{part === 'date' ? t('import.needDate') : t('import.needAmount')}</p>}
              </For>
            </div>
          </Show>
          <Show when={notes().length > 0}>
            <div class="import-note import-note--warn">
              <IssueList issues={notes()} />
            </div>
          </Show>
          <DateQuestion draft={props.draft} />
          <AmountSource draft={props.draft} />
          <FilterEditor draft={props.draft} />
          <LookupJoins draft={props.draft} />
        </div>
        <div class="import__right">
          <Show when={problems().length > 0}>
            <section class="import-note import-note--bad" role="alert">
              <h2 class="type-section">{t('import.cannot')}</h2>
              <IssueList issues={problems()} />
            </section>
          </Show>
          <UnmatchedNames draft={props.draft} />
          <PreviewRows draft={props.draft} />
        </div>
      </div>
      <ImportBar draft={props.draft} />
    </>
  );
}
