import { createUniqueId, Show } from 'solid-js';
import type { CustomersView } from '~/domain/view';
import { NumberField } from '../../../components/NumberField';
import { useText } from '../../../components/TextProvider';
import type { RuleDraft } from './ruleDraft';

/** What softens or caps the cuts: a buffer before moves down, and B at best for who is long overdue. */
export function RuleOptions(props: { rule: RuleDraft; view: CustomersView; onRule: (rule: RuleDraft) => void }) {
  const { t } = useText();
  const id = createUniqueId();
  return (
    <div class="rule__options">
      <NumberField
        label={t('customers.hysteresis')}
        hint={t('customers.hysteresisHint')}
        unit={t(`customers.hysteresisUnit.${props.rule.by === 'value' ? 'value' : 'score'}`)}
        value={props.rule.hysteresis ?? 0}
        decimals={Number.isInteger(props.rule.hysteresis ?? 0) ? 0 : 1}
        min={0}
        max={50}
        onChange={(hysteresis) => props.onRule({ ...props.rule, hysteresis: hysteresis ?? 0 })}
      />
      <label class="rule__check">
        <input
          type="checkbox"
          checked={props.rule.capOverdue === true}
          aria-describedby={props.view.overdueKnown ? undefined : id}
          onChange={(event) => props.onRule({ ...props.rule, capOverdue: event.currentTarget.checked })}
        />
        <span>
          {t('customers.capOverdue')}
          <Show when={!props.view.overdueKnown}>
            <span id={id} class="faint">
              {' '}
              {t('customers.capOverdueNone')}
            </span>
          </Show>
        </span>
      </label>
    </div>
  );
}
