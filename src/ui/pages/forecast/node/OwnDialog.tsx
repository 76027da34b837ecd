import { createEffect, createSignal, For, on } from 'solid-js';
import { monthIndexOfId } from '~/domain/forecastMonth';
import type { NodeForecast } from '~/domain/forecastView';
import { dayOnClock } from '~/domain/period';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { NumberField } from '../../../components/NumberField';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { openMonths } from './openMonths';
import { useMoneyScale } from './useMoneyScale';

const MONTHS = 6;

/** What somebody expects of the next months, taken down as said today. */
export function OwnDialog(props: { open: boolean; node: NodeForecast; scope: string; onClose: () => void }) {
  const app = useApp();
  const { t, format } = useText();
  const money = useMoney();
  const scale = useMoneyScale();
  const [amounts, setAmounts] = createSignal<Readonly<Record<string, number | null>>>({});
  const months = () => openMonths(props.node.view, null).slice(0, MONTHS);
  createEffect(
    on(
      () => props.open,
      (open) => open && setAmounts({}),
    ),
  );
  const said = () => months().filter(({ month }) => (amounts()[month] ?? null) !== null);
  const blocked = () => {
    if (app.status().readOnly) return t('forecast.readOnly');
    return said().length === 0 ? t('forecast.own.nothing') : null;
  };
  const save = async () => {
    const day = dayOnClock(new Date());
    const { at } = props.node.view;
    const rows = said().map(({ month }) => {
      const values = { ...at, month: monthIndexOfId(month), amount: scale.stored(amounts()[month] ?? null), day };
      const again = props.node.own?.rows.find((row) => row.month === month && row.said === day);
      return { key: again?.key ?? null, values };
    });
    const done = await app.run({ name: 'facts/put', kind: 'forecasts', rows });
    if (done.ok) props.onClose();
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={t('forecast.own.dialog', { scope: props.scope })}
      lead={t('forecast.own.lead')}
      foot={
        <>
          <Button onClick={() => props.onClose()}>{t('forecast.cancelDialog')}</Button>
          <Button look="primary" blocked={blocked()} onClick={() => void save()}>
            {t('forecast.own.save')}
          </Button>
        </>
      }
    >
      <div class="own-months">
        <For each={months()}>
          {({ month, mean }) => (
            <NumberField
              label={format().longMonth(month)}
              hint={t('forecast.overrideModel', { amount: money.say(mean) })}
              value={amounts()[month] ?? null}
              decimals={scale.decimals()}
              unit={scale.label()}
              onChange={(value) => setAmounts((all) => ({ ...all, [month]: value }))}
            />
          )}
        </For>
      </div>
    </Dialog>
  );
}
