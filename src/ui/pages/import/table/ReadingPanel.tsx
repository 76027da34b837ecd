import { For, Show } from 'solid-js';
import type { PackTable, TableFormat } from '~/domain/packView';
import { NumberField } from '../../../components/NumberField';
import { Select, type SelectOption } from '../../../components/Select';
import { useText } from '../../../components/TextProvider';
import type { PackDraft } from '../packDraft';
import { RawPreview } from './RawPreview';

const ENCODINGS = [
  'utf-8',
  'gb18030',
  'big5',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'windows-1250',
  'windows-1251',
] as const;
const DELIMITERS = [',', ';', '\t', '|'] as const;
const UNITS = [1, 1_000, 10_000, 1_000_000, 100_000_000] as const;
const ASK = 'ask';

/** How the bytes are read: all of it proposed, all of it to be set by hand. */
export function ReadingPanel(props: { draft: PackDraft; table: PackTable }) {
  const { t } = useText();
  const format = () => props.table.format;
  const set = (part: Partial<TableFormat>) => void props.draft.readAgain(props.table.id, part);
  const isText = () => format().encoding !== '';
  const known = <T extends string>(list: readonly T[], now: string): string[] =>
    now === '' || list.some((one) => one === now) ? [...list] : [now, ...list];
  const encodings = (): SelectOption<string>[] =>
    known(ENCODINGS, format().encoding).map((value) => ({ value, label: value.toUpperCase() }));
  const delimiters = (): SelectOption<string>[] =>
    known(DELIMITERS, format().delimiter).map((value) => ({
      value,
      label: t.find(`pack.delimiter.${DELIMITER_NAMES[value] ?? ''}`) ?? value,
    }));
  const units = () =>
    (UNITS.some((unit) => unit === format().unit) ? [...UNITS] : [format().unit, ...UNITS]).map((unit) => ({
      value: String(unit),
      label: t.find(`pack.unit.${unit}`) ?? String(unit),
    }));
  return (
    <section class="section">
      <div class="reading">
        <Show when={isText()}>
          <Select
            label={t('pack.encoding')}
            options={encodings()}
            value={format().encoding}
            onChange={(encoding) => set({ encoding })}
          />
          <Show when={format().delimiter !== ''}>
            <Select
              label={t('pack.delimiterLabel')}
              options={delimiters()}
              value={format().delimiter}
              onChange={(delimiter) => set({ delimiter })}
            />
          </Show>
        </Show>
        <NumberField
          label={t('pack.headerRow')}
          value={format().headerRow}
          min={1}
          onChange={(row) => row !== null && set({ headerRow: row })}
        />
        <NumberField
          label={t('pack.headerRows')}
          value={format().headerRows}
          min={1}
          max={5}
          onChange={(rows) => rows !== null && set({ headerRows: rows })}
        />
        <Select
          label={t('pack.amountUnit')}
          options={units()}
          value={String(format().unit)}
          onChange={(unit) => set({ unit: Number(unit) })}
        />
        <Select
          label={t('pack.dateOrder')}
          options={[
            { value: ASK, label: t('pack.fromColumn') },
            ...(['ymd', 'mdy', 'dmy'] as const).map((value) => ({ value, label: t(`pack.order.${value}`) })),
          ]}
          value={format().dateOrder ?? ASK}
          onChange={(order) => set({ dateOrder: order === ASK ? null : (order as TableFormat['dateOrder']) })}
        />
        <Select
          label={t('pack.decimalMark')}
          options={[
            { value: ASK, label: t('pack.fromColumn') },
            { value: '.', label: '1,234.50' },
            { value: ',', label: '1.234,50' },
          ]}
          value={format().decimalMark ?? ASK}
          onChange={(mark) => set({ decimalMark: mark === ASK ? null : (mark as TableFormat['decimalMark']) })}
        />
      </div>
      <label class="choice-line">
        <input
          type="checkbox"
          checked={format().unpivot}
          onChange={(event) => set({ unpivot: event.currentTarget.checked })}
        />
        {t('pack.unpivot')}
      </label>
      <Show when={!isText()}>
        <label class="choice-line">
          <input
            type="checkbox"
            checked={format().from1904}
            onChange={(event) => set({ from1904: event.currentTarget.checked })}
          />
          {t('pack.from1904')}
        </label>
      </Show>
      <RawPreview table={props.table} onHeader={(headerRow) => set({ headerRow })} />
      <DroppedRows table={props.table} />
    </section>
  );
}

const DELIMITER_NAMES: Readonly<Record<string, string>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
};

const MOST_DROPPED = 50;

/** Rows that are no data, with why: told, never silently skipped. */
function DroppedRows(props: { table: PackTable }) {
  const { t } = useText();
  return (
    <Show when={props.table.dropped.length > 0}>
      <h2 class="type-section">{t('pack.dropped', { n: props.table.dropped.length })}</h2>
      <ul class="dropped">
        <For each={props.table.dropped.slice(0, MOST_DROPPED)}>
          {(row) => (
            <li class="dropped__row">
              <span class="number faint">{row.row}</span>
              <span class="dropped__why">{t(`pack.droppedBecause.${row.reason}`)}</span>
              <span class="quiet dropped__text" title={row.text}>
                {row.text}
              </span>
            </li>
          )}
        </For>
      </ul>
      <Show when={props.table.dropped.length > MOST_DROPPED}>
        <p class="type-caption">{t('pack.andMore', { n: props.table.dropped.length - MOST_DROPPED })}</p>
      </Show>
    </Show>
  );
}
