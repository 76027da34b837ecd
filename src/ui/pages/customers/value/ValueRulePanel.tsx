import { VALUE_MODELS, VALUE_MONTHS, type ValueModel, type ValueMonths } from '~/domain/customerValue';
import { NumberField } from '../../../components/NumberField';
import { Segment } from '../../../components/Segment';
import { useText } from '../../../components/TextProvider';
import type { ValueState } from './valueState';

/** Which model, how far ahead, and what later money is worth. */
export function ValueRulePanel(props: { state: ValueState }) {
  const { t } = useText();
  const asked = () => props.state.query();
  return (
    <section class="value-rule" aria-label={t('value.rule')}>
      <div class="value-rule__line">
        <span class="field__label">{t('value.model')}</span>
        <Segment<ValueModel>
          label={t('value.model')}
          options={VALUE_MODELS.map((one) => ({ value: one, label: t(`value.name.${one}`) }))}
          value={asked().model}
          onChange={(model) => props.state.ask({ ...asked(), model })}
        />
        <p class="type-caption">{t(`value.about.${asked().model}`)}</p>
      </div>
      <div class="value-rule__line">
        <span class="field__label">{t('value.horizon')}</span>
        <Segment<`${ValueMonths}`>
          label={t('value.horizon')}
          options={VALUE_MONTHS.map((one) => ({ value: `${one}` as const, label: t('value.months', { n: one }) }))}
          value={`${asked().months}`}
          onChange={(one) => {
            const months = VALUE_MONTHS.find((known) => `${known}` === one);
            if (months !== undefined) props.state.ask({ ...asked(), months });
          }}
        />
      </div>
      <NumberField
        label={t('value.discount')}
        hint={t('value.discountHint')}
        value={Math.round(asked().discount * 1000) / 10}
        decimals={1}
        min={0}
        max={100}
        unit="%"
        onChange={(percent) => props.state.ask({ ...asked(), discount: (percent ?? 0) / 100 })}
      />
    </section>
  );
}
