import { createMemo, createSignal, For, Show } from 'solid-js';
import { CREDIT_RATINGS } from '~/domain/credit';
import type { CreditRule } from '~/domain/price';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { NumberField } from '../../../components/NumberField';
import { Section } from '../../../components/Section';
import { useText } from '../../../components/TextProvider';

type Rule = Omit<CreditRule, 'id'>;

/** How limits are proposed; nothing changes before it is saved. */
export function CreditRulePart(props: { rule: Rule }) {
  const app = useApp();
  const { t } = useText();
  const [draft, setDraft] = createSignal<Rule | null>(null);
  const rule = createMemo(() => draft() ?? props.rule);
  const change = (part: Partial<Rule>) => setDraft({ ...rule(), ...part });
  const save = async () => {
    const wanted = draft();
    if (!wanted) return;
    const done = await app.run({ name: 'credit/setRule', rule: wanted });
    if (done.ok) setDraft(null);
  };
  return (
    <Section finding={t('credit.rule')} caption={t('credit.ruleHint')}>
      <div class="credit-rule">
        <NumberField
          label={t('credit.taxRate')}
          value={Math.round(rule().taxRate * 10_000) / 100}
          decimals={2}
          min={0}
          max={100}
          unit="%"
          onChange={(value) => change({ taxRate: (value ?? 0) / 100 })}
        />
        <NumberField
          label={t('credit.termsDays')}
          value={rule().termsDays}
          min={0}
          max={720}
          unit={t('credit.days')}
          onChange={(value) => change({ termsDays: value ?? 0 })}
        />
        <For each={CREDIT_RATINGS}>
          {(rating) => (
            <NumberField
              label={t('credit.factor', { rating })}
              value={rule().factors[rating]}
              decimals={2}
              min={0}
              max={100}
              unit="×"
              onChange={(value) => change({ factors: { ...rule().factors, [rating]: value ?? 0 } })}
            />
          )}
        </For>
      </div>
      <Show when={draft()}>
        <div class="credit-rule__acts">
          <Button
            look="primary"
            blocked={app.status().readOnly ? t('customers.readOnly') : null}
            onClick={() => void save()}
          >
            {t('credit.saveRule')}
          </Button>
          <Button onClick={() => setDraft(null)}>{t('credit.resetRule')}</Button>
        </div>
      </Show>
    </Section>
  );
}
