import { For, Show } from 'solid-js';
import { foldKey } from '~/domain/dimension';
import { Select } from '../../components/Select';
import { useText } from '../../components/TextProvider';
import { filterValues } from './filterValues';
import type { OrderReading } from './orderReading';

const ALL = '\u0000all';

/** "Only rows where deal_stage is Won": which column decides, and which of its values stay. */
export function FilterEditor(props: { draft: OrderReading }) {
  const { t } = useText();
  const filter = () => props.draft.mapping()?.filter ?? null;
  const columns = () => props.draft.mapping()?.columns.map((column) => column.column) ?? [];
  const values = () =>
    filterValues({
      filter: filter(),
      files: props.draft.orderFiles(),
      leftOut: props.draft.preview()?.leftOut ?? [],
    });
  const choose = (column: string) => {
    const mapping = props.draft.mapping();
    if (!mapping) return;
    const all = filterValues({ filter: { column, keep: [] }, files: props.draft.orderFiles(), leftOut: [] });
    // A fresh filter lets everything through: leaving out is the person's to say.
    props.draft.change({
      ...mapping,
      filter: column === ALL ? null : { column, keep: all.map((value) => value.value) },
    });
  };
  const toggle = (value: string, keep: boolean) => {
    const [mapping, now] = [props.draft.mapping(), filter()];
    if (!mapping || !now) return;
    const others = now.keep.filter((kept) => foldKey(kept) !== foldKey(value));
    props.draft.change({ ...mapping, filter: { ...now, keep: keep ? [...others, value] : others } });
  };
  return (
    <section class="import-fact">
      <h3 class="import-fact__name">{filter() ? t('import.filterOnly') : t('import.filter')}</h3>
      <div class="filter">
        <Select
          label={t('import.filterColumn')}
          hideLabel
          value={filter()?.column ?? ALL}
          options={[
            { value: ALL, label: t('import.filterNone') },
            ...columns().map((column) => ({ value: column, label: column })),
          ]}
          onChange={choose}
        />
        <Show when={filter()}>
          {(now) => (
            <fieldset class="filter__values">
              <legend class="unseen">
                {t('import.filterOnly')} {now().column} {t('import.filterIs')}
              </legend>
              <span aria-hidden="true">{t('import.filterIs')}</span>
              <For each={values()}>
                {(value) => (
                  <label class="choice-line">
                    <input
                      type="checkbox"
                      checked={value.kept}
                      onChange={(event) => toggle(value.value, event.currentTarget.checked)}
                    />
                    {value.value || t('import.filterEmpty')}
                    <Show when={value.rows}>
                      {(rows) => <span class="faint">{t('import.filterRows', { n: rows() })}</span>}
                    </Show>
                  </label>
                )}
              </For>
            </fieldset>
          )}
        </Show>
      </div>
    </section>
  );
}
