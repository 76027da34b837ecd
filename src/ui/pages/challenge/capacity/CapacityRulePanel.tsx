import { createEffect, createSignal, on, Show } from 'solid-js';
import type { CapacityView } from '~/domain/capacityView';
import { type CapacityRule, DEFAULT_CAPACITY } from '~/domain/challenge';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { LiveFields } from '../../../components/LiveFields';
import { NumberField } from '../../../components/NumberField';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';
import { rampOfText, rampText } from './rampText';

type Rule = Omit<CapacityRule, 'id'>;

/** Ramp, keep-rate and productivity: changed here, counted at once, undone like anything else. */
export function CapacityRulePanel(props: { view: CapacityView }) {
  const app = useApp();
  const { t, format } = useText();
  const [ramp, setRamp] = createSignal('');
  const [wrong, setWrong] = createSignal(false);
  const rule = () => props.view.rule;
  const scale = () => 10 ** (app.status().plan?.minorUnit ?? 2);
  createEffect(
    on(
      () => rampText(rule().ramp),
      (text) => {
        setRamp(text);
        setWrong(false);
      },
    ),
  );
  const blocked = () => (app.status().readOnly === null ? null : t('challenge.readOnly'));
  const save = (change: Partial<Rule>) => void app.run({ name: 'capacity/setRule', rule: { ...rule(), ...change } });
  const takeRamp = () => {
    const read = rampOfText(ramp());
    setWrong(read === null);
    if (read !== null && rampText(read) !== rampText(rule().ramp)) save({ ramp: read });
  };
  const usual = () => props.view.productivity;
  const isDefault = () => JSON.stringify(rule()) === JSON.stringify(DEFAULT_CAPACITY);
  return (
    <section class="capacity__rule" aria-label={t('capacity.rule')}>
      <h2 class="type-section">{t('capacity.rule')}</h2>
      <LiveFields blocked={blocked()}>
        <TextField
          label={t('capacity.rampField')}
          hint={t('capacity.rampHint')}
          error={wrong() ? t('capacity.rampWrong') : null}
          value={ramp()}
          onInput={setRamp}
          onChange={takeRamp}
        />
        <NumberField
          label={t('capacity.keepRate')}
          hint={t('capacity.keepHint')}
          value={Math.round(rule().keepRate * 1000) / 10}
          decimals={1}
          min={0}
          max={100}
          unit="%"
          onChange={(percent) => save({ keepRate: (percent ?? 100) / 100 })}
        />
        <NumberField
          label={t('capacity.productivity')}
          hint={
            usual().middle === null
              ? t('capacity.productivityUnknown')
              : t('capacity.productivityHint', {
                  middle: format().number((usual().middle ?? 0) / scale(), 0),
                  low: format().number((usual().low ?? 0) / scale(), 0),
                  high: format().number((usual().high ?? 0) / scale(), 0),
                  n: usual().sellers,
                })
          }
          value={rule().productivity === null ? null : (rule().productivity ?? 0) / scale()}
          decimals={0}
          min={0}
          onChange={(amount) => save({ productivity: amount === null ? null : Math.round(amount * scale()) })}
        />
      </LiveFields>
      <Show when={!isDefault()}>
        <Button blocked={blocked()} onClick={() => save(DEFAULT_CAPACITY)}>
          {t('capacity.reset')}
        </Button>
      </Show>
      <p class="type-caption">{t('capacity.how')}</p>
    </section>
  );
}
