import { Show } from 'solid-js';
import type { CustomersView } from '~/domain/view';
import { NumberField } from '../../../components/NumberField';
import { Select } from '../../../components/Select';
import { useText } from '../../../components/TextProvider';
import { useColumnWords } from '../useColumnWords';
import { type RuleDraft, withCutsBy } from './ruleDraft';

export interface CutFieldsProps {
  rule: RuleDraft;
  view: CustomersView;
  onRule: (rule: RuleDraft) => void;
}

const WAYS = ['customers', 'sales', 'score', 'value'] as const;
const LABELS = {
  customers: 'customers.byCustomers',
  sales: 'customers.bySales',
  score: 'customers.byScore',
  value: 'customers.byValue',
} as const;

/** Where the lines between the tiers are drawn: at shares of the customers or the sales, at scores, at amounts. */
export function CutFields(props: CutFieldsProps) {
  const { t } = useText();
  const money = useColumnWords().scale({ kind: 'figure', figure: 'sales12' });
  const isShare = () => props.rule.by === 'customers' || props.rule.by === 'sales';
  const scale = () => (isShare() ? 0.01 : props.rule.by === 'score' ? 1 : money.scale);
  const shown = (cut: number) => Math.round((cut / scale()) * 100) / 100;
  const stored = (value: number) => (props.rule.by === 'value' ? Math.round(value * scale()) : value * scale());
  const unit = () => (isShare() ? '%' : props.rule.by === 'score' ? t('customers.points') : money.unit);
  const decimals = (value: number) => (Number.isInteger(value) ? 0 : Number.isInteger(value * 10) ? 1 : 2);
  /** Amounts to start from: what the mean customer of today's A and B sells, at least 1. */
  const meanOf = (tier: number) => {
    const { customers, revenue } = props.view.tiers[tier] ?? { customers: 0, revenue: 0 };
    return Math.max(1, Math.round(stepped(customers > 0 ? revenue / customers / money.scale : 1) * money.scale));
  };
  return (
    <div class="cuts">
      <div class="cuts__by">
        <Select<RuleDraft['by']>
          label={t('customers.by')}
          options={WAYS.map((by) => ({ value: by, label: t(LABELS[by]) }))}
          value={props.rule.by}
          onChange={(by) => {
            const a = meanOf(0);
            props.onRule(withCutsBy(props.rule, by, { a, b: Math.min(a, meanOf(1)) }));
          }}
        />
      </div>
      <Show when={`${isShare()}/${props.rule.by}`} keyed>
        <NumberField
          label={t(isShare() ? 'customers.cutA' : 'customers.cutScoreA')}
          unit={unit()}
          value={shown(props.rule.cutA)}
          decimals={decimals(shown(props.rule.cutA))}
          min={isShare() ? 0 : shown(props.rule.cutB)}
          max={isShare() ? shown(props.rule.cutB) : props.rule.by === 'score' ? 100 : undefined}
          onChange={(cut) => cut !== null && props.onRule({ ...props.rule, cutA: stored(cut) })}
        />
        <NumberField
          label={t(isShare() ? 'customers.cutB' : 'customers.cutScoreB')}
          unit={unit()}
          value={shown(props.rule.cutB)}
          decimals={decimals(shown(props.rule.cutB))}
          min={isShare() ? shown(props.rule.cutA) : 0}
          max={isShare() ? 100 : shown(props.rule.cutA)}
          onChange={(cut) => cut !== null && props.onRule({ ...props.rule, cutB: stored(cut) })}
        />
      </Show>
    </div>
  );
}

/** The next number below that a person would choose: one leading digit. */
function stepped(value: number): number {
  if (!(value > 0)) return 1;
  const step = 10 ** Math.floor(Math.log10(value));
  return Math.floor(value / step) * step;
}
