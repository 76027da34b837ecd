import Check from 'lucide-solid/icons/check';
import ChevronRight from 'lucide-solid/icons/chevron-right';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { For, Match, Show, Switch } from 'solid-js';
import type { ImportMapping } from '~/state/protocol';
import { Select, type SelectOption } from '../../components/Select';
import { useText } from '../../components/TextProvider';
import { assignColumn, type ColumnMapping, FIELD_GROUPS, type FieldId } from './mappingEdits';
import type { OrderReading } from './orderReading';

/** Below this a person should look. */
const DOUBT = 0.6;

/** Every column of the order file and what it becomes. */
export function ColumnList(props: { draft: OrderReading }) {
  const { t } = useText();
  return (
    <Show when={props.draft.mapping()}>
      {(mapping) => {
        const matched = () => mapping().columns.filter((column) => column.field !== 'ignore').length;
        const head = () => props.draft.orderFiles()[0];
        return (
          <section class="section">
            <div>
              <h2 class="type-section">
                {t('import.columnsMatched', { matched: matched(), total: mapping().columns.length })}
              </h2>
              <p class="quiet">{t('import.columnsHow')}</p>
            </div>
            <table class="table column-list">
              <thead>
                <tr>
                  <th scope="col">{t('import.inFile')}</th>
                  <th scope="col">{t('import.firstRow', { row: (head()?.headerRow ?? 1) + 1 })}</th>
                  <th scope="col" class="column-list__becomes">
                    {t('import.becomes')}
                  </th>
                  <th scope="col" class="column-list__mark">
                    <span class="unseen">{t('import.check')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                <For each={mapping().columns.map((column) => column.column)}>
                  {(name, index) => (
                    <ColumnRow
                      draft={props.draft}
                      mapping={mapping()}
                      column={mapping().columns[index()]}
                      sample={head()?.sample[0]?.[index()] ?? ''}
                      name={name}
                      doubtful={isDoubtful(props.draft, mapping().columns[index()])}
                    />
                  )}
                </For>
              </tbody>
            </table>
          </section>
        );
      }}
    </Show>
  );
}

/** A guess of little confidence that nobody has changed. */
function isDoubtful(draft: OrderReading, column: ColumnMapping): boolean {
  const guess = draft.guesses().find((one) => one.column === column.column);
  return guess !== undefined && guess.field === column.field && column.field !== 'ignore' && guess.confidence < DOUBT;
}

interface ColumnRowProps {
  draft: OrderReading;
  mapping: ImportMapping;
  column: ColumnMapping;
  name: string;
  sample: string;
  doubtful: boolean;
}

function ColumnRow(props: ColumnRowProps) {
  const { t } = useText();
  const holder = (field: FieldId) =>
    props.mapping.columns.find((other) => other.field === field && other.column !== props.name)?.column;
  const options = (): SelectOption<FieldId>[] => [
    ...FIELD_GROUPS.flat().map((field) => ({ value: field, label: t(`import.field.${field}`), hint: holder(field) })),
    { value: 'own', label: t('import.ownOf', { column: props.name }) },
    { value: 'ignore', label: t('import.notUsed') },
  ];
  const ignored = () => props.column.field === 'ignore';
  return (
    <tr classList={{ 'column-list__ignored': ignored() }}>
      <th scope="row" class="column-list__name" title={props.name}>
        {props.name}
      </th>
      <td class="column-list__sample" title={props.sample}>
        <span>{props.sample || '–'}</span>
        <ChevronRight size={12} aria-hidden="true" />
      </td>
      <td classList={{ 'column-list__doubt': props.doubtful }}>
        <Select<FieldId>
          label={t('import.becomesOf', { column: props.name })}
          hideLabel
          options={options()}
          value={props.column.field}
          onChange={(field) => props.draft.change(assignColumn(props.mapping, props.name, field))}
        />
      </td>
      <td class="column-list__mark">
        <Switch fallback={<Mark tone="good" label={t('import.matched')} />}>
          <Match when={ignored()}>
            <span class="faint" title={t('import.notUsed')}>
              –
            </span>
          </Match>
          <Match when={props.doubtful}>
            <Mark tone="warn" label={t('import.look')} />
          </Match>
        </Switch>
      </td>
    </tr>
  );
}

function Mark(props: { tone: 'good' | 'warn'; label: string }) {
  return (
    <span class={`tone-${props.tone}`} title={props.label}>
      <Show when={props.tone === 'good'} fallback={<TriangleAlert size={16} stroke-width={1.5} aria-hidden="true" />}>
        <Check size={16} stroke-width={1.5} aria-hidden="true" />
      </Show>
      <span class="unseen">{props.label}</span>
    </span>
  );
}
