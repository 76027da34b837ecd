import Check from 'lucide-solid/icons/check';
import ChevronRight from 'lucide-solid/icons/chevron-right';
import { For, Show } from 'solid-js';
import type { PackTable, TableChoice } from '~/domain/packView';
import type { SourceKind } from '~/domain/source';
import { SOURCES } from '~/domain/sourceTable';
import { Select } from '../../../components/Select';
import { useText } from '../../../components/TextProvider';
import { fieldOfColumn, fieldsOf, missingFields, withField } from '../choiceEdits';
import type { PackDraft } from '../packDraft';
import { useKindWords } from '../useKindWords';

const NONE = '\u0000none';

export interface KindColumnsProps {
  draft: PackDraft;
  table: PackTable;
  choice: TableChoice;
  kind: SourceKind;
}

/** Every column of a table and the field of the kind it feeds; what the kind cannot do without is named first. */
export function KindColumns(props: KindColumnsProps) {
  const { t, format } = useText();
  const words = useKindWords();
  const matched = () => Object.keys(fieldsOf(props.choice, props.kind)).length;
  /** What the file itself says without a column (a list of days off is of days off) is not missing: the check knows. */
  const missing = () => {
    const checked = props.draft
      .preview()
      ?.tables.find((one) => one.table === props.table.id && one.kind === props.kind);
    const isMissing = checked ? checked.byReason['import/missingColumn'] !== undefined : !props.draft.running();
    return isMissing ? missingFields(props.choice, props.kind) : [];
  };
  const options = () => [
    { value: NONE, label: t('import.notUsed') },
    ...SOURCES[props.kind].fields.map((field) => ({
      value: field.id,
      label: words.field(props.kind, field.id),
      hint: field.required ? t('pack.required') : undefined,
    })),
  ];
  const sampleOf = (at: number) => props.table.sample.find((row) => (row[at] ?? '').trim() !== '')?.[at] ?? '';
  return (
    <section class="section">
      <div>
        <h2 class="type-section">
          {t('pack.columnsOf', { kind: words.kind(props.kind), matched: matched(), total: props.table.headers.length })}
        </h2>
        <p class="quiet">{t('import.columnsHow')}</p>
      </div>
      <Show when={missing().length > 0}>
        <div class="import-note import-note--bad" role="alert">
          <p>
            {t('pack.missingFields', {
              fields: format().list(missing().map((field) => words.field(props.kind, field))),
            })}
          </p>
        </div>
      </Show>
      <table class="table column-list">
        <thead>
          <tr>
            <th scope="col">{t('import.inFile')}</th>
            <th scope="col">{t('pack.sample')}</th>
            <th scope="col" class="column-list__becomes">
              {t('import.becomes')}
            </th>
            <th scope="col" class="column-list__mark">
              <span class="unseen">{t('import.check')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.table.headers}>
            {(header, at) => {
              const field = () => fieldOfColumn(props.choice, props.kind, header);
              return (
                <tr classList={{ 'column-list__ignored': field() === null }}>
                  <th scope="row" class="column-list__name" title={header}>
                    {header}
                  </th>
                  <td class="column-list__sample" title={sampleOf(at())}>
                    <span>{sampleOf(at()) || '–'}</span>
                    <ChevronRight size={12} aria-hidden="true" />
                  </td>
                  <td>
                    <Select<string>
                      label={t('import.becomesOf', { column: header })}
                      hideLabel
                      options={options()}
                      value={field() ?? NONE}
                      onChange={(next) =>
                        props.draft.change(
                          withField(props.choice, { kind: props.kind, header, field: next === NONE ? null : next }),
                        )
                      }
                    />
                  </td>
                  <td class="column-list__mark">
                    <Show
                      when={field() !== null}
                      fallback={
                        <span class="faint" title={t('import.notUsed')}>
                          –
                        </span>
                      }
                    >
                      <span class="tone-good" title={t('import.matched')}>
                        <Check size={16} stroke-width={1.5} aria-hidden="true" />
                        <span class="unseen">{t('import.matched')}</span>
                      </span>
                    </Show>
                  </td>
                </tr>
              );
            }}
          </For>
        </tbody>
      </table>
    </section>
  );
}
