import { Show } from 'solid-js';
import { DEFAULT_SIMULATION } from '~/domain/challenge';
import type { SimulatedRule } from '~/domain/simulationView';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { LiveFields } from '../../../components/LiveFields';
import { NumberField } from '../../../components/NumberField';
import { Segment } from '../../../components/Segment';
import { useText } from '../../../components/TextProvider';

const DEFAULT: SimulatedRule = { capacity: true, ...DEFAULT_SIMULATION };

/** How the years are drawn, in words: each change draws them anew. */
export function RulePanel(props: { rule: SimulatedRule }) {
  const app = useApp();
  const { t } = useText();
  const blocked = () => (app.status().readOnly === null ? null : t('simulation.readOnly'));
  const set = (own: Partial<SimulatedRule>) =>
    void app.run({ name: 'simulation/setRule', rule: { ...props.rule, ...own } });
  const isDefault = () =>
    (Object.keys(DEFAULT) as (keyof SimulatedRule)[]).every((key) => props.rule[key] === DEFAULT[key]);
  const percent = (share: number) => Math.round(share * 1000) / 10;
  return (
    <section class="simulator__rule" aria-labelledby="simulator-rule">
      <h2 id="simulator-rule" class="type-section">
        {t('simulation.rule')}
      </h2>
      <LiveFields blocked={blocked()}>
        <NumberField
          label={t('simulation.ruleCommon')}
          hint={t('simulation.ruleCommonHint')}
          value={percent(props.rule.common)}
          decimals={1}
          min={0}
          max={100}
          unit="%"
          onChange={(value) => set({ common: (value ?? 0) / 100 })}
        />
        <NumberField
          label={t('simulation.ruleRegion')}
          value={percent(props.rule.region)}
          decimals={1}
          min={0}
          max={100}
          unit="%"
          onChange={(value) => set({ region: (value ?? 0) / 100 })}
        />
        <NumberField
          label={t('simulation.ruleProduct')}
          value={percent(props.rule.product)}
          decimals={1}
          min={0}
          max={100}
          unit="%"
          onChange={(value) => set({ product: (value ?? 0) / 100 })}
        />
        <div class="field">
          <span class="field__label" aria-hidden="true">
            {t('simulation.ruleCapacity')}
          </span>
          <Segment<'on' | 'off'>
            label={t('simulation.ruleCapacity')}
            options={[
              { value: 'on', label: t('simulation.capacityOn') },
              { value: 'off', label: t('simulation.capacityOff') },
            ]}
            value={props.rule.capacity ? 'on' : 'off'}
            onChange={(value) => set({ capacity: value === 'on' })}
          />
        </div>
        <NumberField
          label={t('simulation.ruleDraws')}
          hint={t('simulation.ruleDrawsHint')}
          value={props.rule.draws}
          min={1_000}
          max={50_000}
          onChange={(value) => set({ draws: value ?? DEFAULT.draws })}
        />
        <NumberField
          label={t('simulation.ruleSeed')}
          hint={t('simulation.ruleSeedHint')}
          value={props.rule.seed}
          min={0}
          max={1_000_000}
          onChange={(value) => set({ seed: value ?? DEFAULT.seed })}
        />
      </LiveFields>
      <Show when={!isDefault()}>
        <Button look="link" blocked={blocked()} onClick={() => set(DEFAULT)}>
          {t('simulation.ruleReset')}
        </Button>
      </Show>
    </section>
  );
}
