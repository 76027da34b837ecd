import { NumberField } from '../../../components/NumberField';
import { Segment } from '../../../components/Segment';
import { useText } from '../../../components/TextProvider';
import type { RuleDraft } from './ruleDraft';

/** Where the lines between the tiers are drawn: at shares of the customers, or of the sales. */
export function CutFields(props: { rule: RuleDraft; onRule: (rule: RuleDraft) => void }) {
  const { t } = useText();
  const percent = (share: number) => Math.round(share * 1000) / 10;
  const decimals = (share: number) => (Number.isInteger(percent(share)) ? 0 : 1);
  return (
    <div class="cuts">
      <div class="cuts__by">
        <span class="field__label">{t('customers.by')}</span>
        <Segment
          label={t('customers.by')}
          value={props.rule.by}
          options={[
            { value: 'customers', label: t('customers.byCustomers') },
            { value: 'sales', label: t('customers.bySales') },
          ]}
          onChange={(by) =>
            props.onRule({
              ...props.rule,
              by,
              // The usual cuts of either way: the best fifth and half of the customers, or 70 and 90 % of the sales.
              cutA: by === 'sales' ? 0.7 : 0.2,
              cutB: by === 'sales' ? 0.9 : 0.5,
            })
          }
        />
      </div>
      <NumberField
        label={t('customers.cutA')}
        unit="%"
        value={percent(props.rule.cutA)}
        decimals={decimals(props.rule.cutA)}
        min={0}
        max={percent(props.rule.cutB)}
        onChange={(share) => share !== null && props.onRule({ ...props.rule, cutA: share / 100 })}
      />
      <NumberField
        label={t('customers.cutB')}
        unit="%"
        value={percent(props.rule.cutB)}
        decimals={decimals(props.rule.cutB)}
        min={percent(props.rule.cutA)}
        max={100}
        onChange={(share) => share !== null && props.onRule({ ...props.rule, cutB: share / 100 })}
      />
    </div>
  );
}
