import { createEffect, createSignal, on, Show } from 'solid-js';
import type { NodeForecast } from '~/domain/forecastView';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { NumberField } from '../../../components/NumberField';
import { Segment } from '../../../components/Segment';
import { Select } from '../../../components/Select';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { openMonths } from './openMonths';
import { spreadByForecast } from './spreadByForecast';
import { useMoneyScale } from './useMoneyScale';

/** What a person expects instead of the model, of one month or of the rest of the year, with the reason. */
export function OverrideDialog(props: { open: boolean; node: NodeForecast; onClose: () => void }) {
  const app = useApp();
  const { t, format } = useText();
  const money = useMoney();
  const scale = useMoneyScale();
  const [reach, setReach] = createSignal<'month' | 'rest'>('month');
  const [month, setMonth] = createSignal('');
  const [amount, setAmount] = createSignal<number | null>(null);
  const [why, setWhy] = createSignal('');
  const all = () => openMonths(props.node.view, null);
  const rest = () => openMonths(props.node.view, app.status().plan?.periods ?? null);
  createEffect(
    on(
      () => props.open,
      (open) => {
        if (!open) return;
        setReach('month');
        setMonth(all()[0]?.month ?? '');
        setAmount(null);
        setWhy('');
      },
    ),
  );
  const meant = () => (reach() === 'rest' ? rest() : all().filter((one) => one.month === month()));
  const model = () => meant().reduce((sum, { mean }) => sum + mean, 0);
  /** What has come of a running month already is no less for a word. */
  const under = () => {
    const { running } = props.node.view;
    const stored = scale.stored(amount());
    if (!running || stored === null || !meant().some((one) => one.month === running.period)) return null;
    return stored < running.actual ? t('forecast.overrideUnder', { amount: money.say(running.actual) }) : null;
  };
  const blocked = () => {
    if (app.status().readOnly) return t('forecast.readOnly');
    if (meant().length === 0) return t('forecast.overrideNothingLeft');
    if (amount() === null) return t('forecast.overrideAmountMissing');
    return why().trim() === '' ? t('forecast.overrideWhyMissing') : null;
  };
  const save = async () => {
    const stored = scale.stored(amount());
    if (stored === null || blocked()) return;
    const parts = spreadByForecast(
      stored,
      meant().map(({ mean }) => mean),
    );
    const months = meant().map((one, i) => ({ month: one.month, amount: parts[i] }));
    const done = await app.run({ name: 'forecast/setOverrides', at: props.node.view.at, months, why: why() });
    if (done.ok) props.onClose();
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={t('forecast.overrideTitle')}
      lead={t('forecast.overrideLead')}
      foot={
        <>
          <Button onClick={() => props.onClose()}>{t('forecast.cancelDialog')}</Button>
          <Button look="primary" blocked={blocked()} onClick={() => void save()}>
            {t('forecast.overrideSave')}
          </Button>
        </>
      }
    >
      <div>
        <Segment<'month' | 'rest'>
          label={t('forecast.overrideWhich')}
          options={[
            { value: 'month', label: t('forecast.overrideMonth') },
            { value: 'rest', label: t('forecast.overrideRest') },
          ]}
          value={reach()}
          onChange={setReach}
        />
      </div>
      <Show when={reach() === 'month'}>
        <Select
          label={t('forecast.monthField')}
          options={all().map((one) => ({
            value: one.month,
            label: format().longMonth(one.month),
            hint: t('forecast.overrideModel', { amount: money.say(one.mean) }),
          }))}
          value={month()}
          onChange={setMonth}
        />
      </Show>
      <NumberField
        label={reach() === 'month' ? t('forecast.overrideAmount') : t('forecast.overrideSum', { n: rest().length })}
        hint={
          reach() === 'month'
            ? t('forecast.overrideModel', { amount: money.say(model()) })
            : `${t('forecast.overrideModel', { amount: money.say(model()) })} · ${t('forecast.overrideSpread', { n: rest().length })}`
        }
        value={amount()}
        error={under()}
        decimals={scale.decimals()}
        unit={scale.label()}
        onChange={setAmount}
      />
      <TextField
        label={t('forecast.overrideWhy')}
        value={why()}
        onInput={setWhy}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.isComposing) void save();
        }}
      />
    </Dialog>
  );
}
