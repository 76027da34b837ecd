import CircleX from 'lucide-solid/icons/circle-x';
import { For, Show } from 'solid-js';
import type { Issue } from '~/domain/issue';
import { useText } from '../../components/TextProvider';
import type { PreviewColumn, PreviewRow } from './previewRow';
import { shortCode } from './reportGroups';

export interface PreviewTableProps {
  label: string;
  columns: readonly PreviewColumn[];
  rows: readonly PreviewRow[];
}

/** What scrolls sideways must be reachable without a mouse. */
const scrollsByKeys = (element: HTMLElement): void => {
  element.tabIndex = 0;
};

/** Rows as they stand in the file under what they become; the cell that is wrong is framed, the reason stands beside. */
export function PreviewTable(props: PreviewTableProps) {
  const { t } = useText();
  const head = (column: PreviewColumn) =>
    column.field === 'ignore' || column.field === 'own' ? column.column : t(`import.field.${column.field}`);
  const aside = (issue: Issue | null) => issue?.code === 'import/filteredOut';
  return (
    <section class="preview__scroll" ref={scrollsByKeys} aria-label={props.label}>
      <table class="table preview__table">
        <caption class="unseen">{props.label}</caption>
        <thead>
          <tr>
            <th scope="col" class="number">
              {t('import.row')}
            </th>
            <For each={props.columns}>
              {(column) => (
                <th scope="col" classList={{ number: column.number }} title={column.column}>
                  {head(column)}
                </th>
              )}
            </For>
            <th scope="col">{t('import.check')}</th>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows}>
            {(row) => (
              <tr classList={{ preview__aside: aside(row.issue) }}>
                <td class="number faint" title={row.file}>
                  {row.row}
                </td>
                <For each={props.columns}>
                  {(column) => (
                    <td
                      title={row.cells[column.column]}
                      classList={{
                        number: column.number,
                        preview__bad: !aside(row.issue) && row.issue?.place?.column === column.column,
                      }}
                    >
                      {row.cells[column.column]}
                    </td>
                  )}
                </For>
                <td>
                  <Verdict issue={row.issue} />
                </td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  );
}

function Verdict(props: { issue: Issue | null }) {
  const { t, issueText } = useText();
  return (
    <Show when={props.issue}>
      {(issue) => (
        <span
          class="preview__verdict"
          classList={{ 'tone-bad': issue().code !== 'import/filteredOut' }}
          title={issueText({ code: issue().code, params: issue().params })}
        >
          <Show when={issue().code !== 'import/filteredOut'}>
            <CircleX size={13} stroke-width={1.5} aria-hidden="true" />
          </Show>
          {t.find(`import.short.${shortCode(issue().code)}`) ?? issueText({ code: issue().code })}
        </span>
      )}
    </Show>
  );
}
