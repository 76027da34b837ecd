import Plus from 'lucide-solid/icons/plus';
import X from 'lucide-solid/icons/x';
import { createMemo, Index, Show } from 'solid-js';
import { DISPLAY_UNITS } from '~/domain/displayUnit';
import type { Condition } from '~/domain/segmentation';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { NumberField } from '../../../components/NumberField';
import { Popover } from '../../../components/Popover';
import { Select } from '../../../components/Select';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { type ConditionField, comparisonsOf, conditionFields, fieldKey, needsValue } from './conditionFields';
import type { CustomerListState } from './createCustomerList';
import { isOwner } from './listParams';

/** Any column of a customer to narrow the list by; all conditions must hold. */
export function ConditionMenu(props: { list: CustomerListState }) {
  const { t, format } = useText();
  const fields = createMemo(() => conditionFields(props.list.choices(), t));
  /** Owners have choices of their own in the toolbar. */
  const isShown = (condition: Condition) => !isOwner(condition, 'seller') && !isOwner(condition, 'region');
  const shown = createMemo(() => props.list.query().all.filter(isShown));
  const put = (next: Condition[]) =>
    props.list.ask({ all: [...props.list.query().all.filter((one) => !isShown(one)), ...next] });
  const change = (at: number, next: Condition) => put(shown().map((one, i) => (i === at ? next : one)));
  const add = () => put([...shown(), { column: fields()[0].column, is: 'atLeast', value: null }]);
  return (
    <Popover
      trigger={
        shown().length === 0
          ? t('customerList.filter.more')
          : t('customerList.filter.moreCount', { n: format().count(shown().length) })
      }
      title={t('customerList.filter.conditions')}
    >
      <div class="conditions">
        <Index each={shown()}>
          {(condition, at) => (
            <ConditionLine
              condition={condition()}
              fields={fields()}
              onChange={(next) => change(at, next)}
              onRemove={() => put(shown().filter((_, i) => i !== at))}
            />
          )}
        </Index>
        <Button icon={Plus} onClick={add}>
          {t('customerList.filter.add')}
        </Button>
      </div>
    </Popover>
  );
}

interface LineProps {
  condition: Condition;
  fields: readonly ConditionField[];
  onChange: (condition: Condition) => void;
  onRemove: () => void;
}

function ConditionLine(props: LineProps) {
  const app = useApp();
  const { t } = useText();
  const money = useMoney();
  const field = createMemo(
    () => props.fields.find(({ key }) => key === fieldKey(props.condition.column)) ?? props.fields[0],
  );
  const minorUnit = () => (app.status().plan ?? app.status().workspace)?.minorUnit ?? 2;
  /** What one of the shown number is worth in what is stored. */
  const scale = () => {
    if (field().kind === 'money') return 10 ** minorUnit() * DISPLAY_UNITS[money.unit()];
    return field().kind === 'share' ? 0.01 : 1;
  };
  /** Whole minor units; a share keeps its decimals. */
  const stored = (value: number) => (field().kind === 'money' ? Math.round(value * scale()) : value * scale());
  const unit = () => (field().kind === 'money' ? money.label() : field().kind === 'share' ? '%' : undefined);
  const isNumber = () => field().kind !== 'text' && field().kind !== 'member';
  return (
    <div class="condition">
      <Select<string>
        label={t('customerList.filter.field')}
        hideLabel
        options={props.fields.map(({ key, label }) => ({ value: key, label }))}
        value={field().key}
        onChange={(key) => {
          const next = props.fields.find((one) => one.key === key) ?? field();
          const [is] = comparisonsOf(next.kind);
          props.onChange({ column: next.column, is, value: null });
        }}
      />
      <Select<Condition['is']>
        label={t('customerList.filter.comparison')}
        hideLabel
        options={comparisonsOf(field().kind).map((is) => ({ value: is, label: t(`customerList.filter.${is}`) }))}
        value={props.condition.is}
        onChange={(is) => props.onChange({ ...props.condition, is })}
      />
      <Show when={needsValue(props.condition)}>
        <Show
          when={isNumber()}
          fallback={
            <TextField
              label={t('customerList.filter.value')}
              value={String(props.condition.value ?? '')}
              onInput={(value) => props.onChange({ ...props.condition, value })}
            />
          }
        >
          <NumberField
            label={t('customerList.filter.value')}
            value={props.condition.value === null ? null : Number(props.condition.value) / scale()}
            decimals={field().kind === 'money' ? 2 : field().kind === 'share' ? 1 : 0}
            unit={unit()}
            onChange={(value) => props.onChange({ ...props.condition, value: value === null ? null : stored(value) })}
          />
        </Show>
      </Show>
      <Button look="quiet" icon={X} label={t('customerList.filter.remove')} onClick={() => props.onRemove()} />
    </div>
  );
}
