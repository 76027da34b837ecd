import { For, Show } from 'solid-js';
import type { PackTable } from '~/domain/packView';
import { useText } from '../../../components/TextProvider';

export interface RawPreviewProps {
  table: PackTable;
  onHeader: (row: number) => void;
}

/** What scrolls sideways must be reachable without a mouse. */
const scrollsByKeys = (element: HTMLElement): void => {
  element.tabIndex = 0;
};

/** The top of the file as it stands there; a row's number makes it the header. */
export function RawPreview(props: RawPreviewProps) {
  const { t } = useText();
  const rows = () => props.table.raw ?? [];
  const width = () => rows().reduce((most, row) => Math.max(most, row.cells.length), 0);
  const isHeader = (row: number) => {
    const { headerRow, headerRows } = props.table.format;
    return row <= headerRow && row > headerRow - headerRows;
  };
  return (
    <Show when={rows().length > 0}>
      <div>
        <h2 class="type-section">{t('pack.rawTitle')}</h2>
        <p class="quiet">{t('pack.rawHow')}</p>
      </div>
      <section class="raw" ref={scrollsByKeys} aria-label={t('pack.rawTitle')}>
        <table class="table raw__table">
          <caption class="unseen">{t('pack.rawTitle')}</caption>
          <tbody>
            <For each={rows()}>
              {(row) => (
                <tr classList={{ raw__header: isHeader(row.row), raw__above: row.row < props.table.format.headerRow }}>
                  <th scope="row">
                    <button
                      type="button"
                      class="raw__pick"
                      aria-pressed={row.row === props.table.format.headerRow}
                      aria-label={t('pack.makeHeader', { row: row.row })}
                      title={t('pack.makeHeader', { row: row.row })}
                      onClick={() => props.onHeader(row.row)}
                    >
                      {row.row}
                    </button>
                  </th>
                  <For each={Array.from({ length: width() }, (_, at) => row.cells[at] ?? '')}>
                    {(cell) => (
                      <td class="raw__cell" title={cell}>
                        {cell}
                      </td>
                    )}
                  </For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </section>
    </Show>
  );
}
