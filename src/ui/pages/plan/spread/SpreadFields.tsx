import { For, Show } from 'solid-js';
import { type Column, columnKey } from '~/domain/plan';
import type { SpreadBasisKind } from '~/domain/spread';
import { Select } from '../../../components/Select';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { columnName, type Titles } from '../view/columnName';
import { DRIVERS, type SpreadDraft } from './spreadDraft';

const BASES: readonly SpreadBasisKind[] = [
  'proportional',
  'equal',
  'fillBlanks',
  'lastYear',
  'forecast',
  'profile',
  'column',
  'fairShare',
];
/** Rounding steps in major units. */
const UNITS = ['0', '1', '100', '1000', '10000'] as const;

export interface SpreadFieldsProps {
  draft: SpreadDraft;
  columns: readonly Column[];
  titles: Titles;
  onChange(part: Partial<SpreadDraft>): void;
}

/** By what the amount is laid out, how it is rounded, and how much a leaf may get. */
export function SpreadFields(props: SpreadFieldsProps) {
  const { t, format } = useText();
  const money = useMoney();
  const chosen = () => (props.draft.column ? columnKey(props.draft.column) : null);
  return (
    <>
      <Select<SpreadBasisKind>
        label={t('spread.basis')}
        value={props.draft.basis}
        options={BASES.filter((basis) => basis !== 'column' || props.columns.length > 0).map((value) => ({
          value,
          label: t(`spread.bases.${value}`),
          hint: t(`spread.basesHint.${value}`),
        }))}
        onChange={(basis) =>
          props.onChange(basis === 'column' ? { basis, column: props.draft.column ?? props.columns[0] } : { basis })
        }
      />
      <Show when={props.draft.basis === 'column'}>
        <Select
          label={t('spread.column')}
          value={chosen()}
          placeholder={t('spread.columnChoose')}
          options={props.columns.map((column) => ({
            value: columnKey(column),
            label: columnName(t, column, props.titles),
          }))}
          onChange={(key) =>
            props.onChange({ column: props.columns.find((column) => columnKey(column) === key) ?? null })
          }
        />
      </Show>
      <Show when={props.draft.basis === 'fairShare'}>
        <fieldset class="spread__drivers">
          <legend class="field__label">{t('spread.drivers')}</legend>
          <For each={DRIVERS}>
            {(kind) => (
              <TextField
                label={t(`spread.bases.${kind}`)}
                value={props.draft.weights[kind]}
                onInput={(text) => props.onChange({ weights: { ...props.draft.weights, [kind]: text } })}
              />
            )}
          </For>
        </fieldset>
      </Show>
      <Select
        label={t('spread.unit')}
        value={props.draft.unit}
        options={UNITS.map((value) => ({
          value,
          label: value === '0' ? t('spread.unitExact') : format().number(Number(value), 0),
        }))}
        onChange={(unit) => props.onChange({ unit })}
      />
      <div class="spread__bounds">
        <TextField
          label={t('spread.min', { unit: money.label() })}
          value={props.draft.min}
          onInput={(min) => props.onChange({ min })}
        />
        <TextField
          label={t('spread.max', { unit: money.label() })}
          value={props.draft.max}
          onInput={(max) => props.onChange({ max })}
        />
      </div>
      <label class="spread__remember">
        <input
          type="checkbox"
          checked={props.draft.remember}
          onChange={(event) => props.onChange({ remember: event.currentTarget.checked })}
        />
        {t('spread.remember')}
      </label>
    </>
  );
}
