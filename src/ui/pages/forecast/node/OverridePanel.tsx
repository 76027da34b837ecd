import X from 'lucide-solid/icons/x';
import { createSignal, For, Show } from 'solid-js';
import type { NodeForecast } from '~/domain/forecastView';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { OverrideDialog } from './OverrideDialog';

/** The final forecast: the model's, and where somebody knew better, his with the reason. */
export function OverridePanel(props: { node: NodeForecast }) {
  const app = useApp();
  const { t, format } = useText();
  const money = useMoney();
  const [open, setOpen] = createSignal(false);
  const blocked = () => (app.status().readOnly ? t('forecast.readOnly') : null);
  const difference = () => {
    const { final } = props.node;
    const model = props.node.view.year.forecast;
    if (final === null || model === null) return '';
    const gap = final - model;
    if (money.show(gap) === money.show(0)) return t('forecast.overrideSame');
    return gap > 0
      ? t('forecast.overrideMore', { amount: money.say(gap) })
      : t('forecast.overrideLess', { amount: money.say(-gap) });
  };
  const take = (months: string[]) =>
    void app.run({
      name: 'forecast/setOverrides',
      at: props.node.view.at,
      months: months.map((month) => ({ month, amount: null })),
      why: '',
    });
  return (
    <section class="said" aria-labelledby="forecast-final">
      <div class="said__words">
        <h2 id="forecast-final" class="type-section">
          {t('forecast.overrideFinal', { amount: money.say(props.node.final) })}
        </h2>
        <p class="type-caption">{props.node.overrides.length === 0 ? t('forecast.overrideNone') : difference()}</p>
      </div>
      <Button blocked={blocked()} onClick={() => setOpen(true)}>
        {t('forecast.overrideOpen')}
      </Button>
      <Show when={props.node.overrides.length > 0}>
        <ul class="said__list">
          <For each={props.node.overrides}>
            {(one) => (
              <li class="said__row">
                <span class="said__month">{format().longMonth(one.month)}</span>
                <span class="number strong">{money.show(one.amount)}</span>
                <span class="said__why">{one.reason}</span>
                <Button
                  look="quiet"
                  icon={X}
                  label={t('forecast.overrideRemove', { month: format().longMonth(one.month) })}
                  blocked={blocked()}
                  onClick={() => take([one.month])}
                />
              </li>
            )}
          </For>
        </ul>
        <Show when={props.node.overrides.length > 1}>
          <Button look="link" blocked={blocked()} onClick={() => take(props.node.overrides.map(({ month }) => month))}>
            {t('forecast.overrideRemoveAll')}
          </Button>
        </Show>
      </Show>
      <OverrideDialog open={open()} node={props.node} onClose={() => setOpen(false)} />
    </section>
  );
}
