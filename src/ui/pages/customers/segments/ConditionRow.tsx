import X from 'lucide-solid/icons/x';
import { Match, Show, Switch } from 'solid-js';
import type { Comparison, Condition } from '~/domain/segmentation';
import type { ColumnChoice } from '~/domain/segmentView';
import { Button } from '../../../components/Button';
import { NumberField } from '../../../components/NumberField';
import { Select } from '../../../components/Select';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';
import { columnKey, useColumnWords } from '../useColumnWords';
import { ColumnSelect } from './ColumnSelect';

export interface ConditionRowProps {
  no: number;
  columns: readonly ColumnChoice[];
  condition: Condition;
  onChange: (condition: Condition) => void;
  onRemove: () => void;
}

const FOR_NUMBERS: readonly Comparison[] = ['atLeast', 'below', 'is', 'isNot', 'blank', 'notBlank'];
const FOR_WORDS: readonly Comparison[] = ['is', 'isNot', 'contains', 'blank', 'notBlank'];

/** One condition: column, comparison, value. Another kind of column starts with the comparison that suits it. */
export function ConditionRow(props: ConditionRowProps) {
  const { t } = useText();
  const words = useColumnWords();
  const choice = () => props.columns.find(({ column }) => columnKey(column) === columnKey(props.condition.column));
  const kind = () => choice()?.kind ?? 'number';
  const scale = () => words.scale(props.condition.column);
  const hasValue = () => props.condition.is !== 'blank' && props.condition.is !== 'notBlank';
  const isListed = () => kind() !== 'number' && props.condition.is !== 'contains';
  const number = () => (typeof props.condition.value === 'number' ? props.condition.value / scale().scale : null);
  return (
    <fieldset class="condition" aria-label={t('segment.condition', { n: props.no })}>
      <ColumnSelect
        label={t('segment.column')}
        hideLabel
        columns={props.columns}
        value={props.condition.column}
        onChange={(column) => {
          const next = props.columns.find((one) => columnKey(one.column) === columnKey(column))?.kind ?? 'number';
          props.onChange({ column, is: next === 'number' ? 'atLeast' : 'is', value: null });
        }}
      />
      <Select<Comparison>
        label={t('segment.condition', { n: props.no })}
        hideLabel
        options={(kind() === 'number' ? FOR_NUMBERS : FOR_WORDS).map((is) => ({
          value: is,
          label: t(`segment.is.${is}`),
        }))}
        value={props.condition.is}
        onChange={(is) =>
          props.onChange({
            ...props.condition,
            is,
            value:
              kind() !== 'number' && (is === 'contains') !== (props.condition.is === 'contains')
                ? null
                : props.condition.value,
          })
        }
      />
      <div class="condition__value">
        <Show when={hasValue()}>
          <Switch>
            <Match when={kind() === 'number'}>
              <NumberField
                label={t('segment.value')}
                unit={scale().unit}
                decimals={number() === null || Number.isInteger(number()) ? 0 : scale().decimals}
                value={number()}
                onChange={(value) =>
                  props.onChange({
                    ...props.condition,
                    value:
                      value === null
                        ? null
                        : scale().scale < 1
                          ? value * scale().scale
                          : Math.round(value * scale().scale),
                  })
                }
              />
            </Match>
            <Match when={isListed()}>
              <Select
                label={t('segment.value')}
                hideLabel
                placeholder={choice()?.values.length === 0 ? t('segment.noValues') : t('segment.value')}
                options={(choice()?.values ?? []).map(({ value, name, customers }) => ({
                  value: String(value),
                  label: words.value(props.condition.column, name),
                  hint: t('segment.columnKnown', { n: customers }),
                }))}
                value={props.condition.value === null ? null : String(props.condition.value)}
                onChange={(value) => {
                  const found = choice()?.values.find((one) => String(one.value) === value);
                  props.onChange({ ...props.condition, value: found?.value ?? value });
                }}
              />
            </Match>
            <Match when={true}>
              <TextField
                label={t('segment.value')}
                value={String(props.condition.value ?? '')}
                onInput={(value) => props.onChange({ ...props.condition, value })}
              />
            </Match>
          </Switch>
        </Show>
      </div>
      <Button
        look="quiet"
        icon={X}
        label={t('segment.removeCondition', { n: props.no })}
        onClick={() => props.onRemove()}
      />
    </fieldset>
  );
}
