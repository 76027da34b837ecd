import { createSignal, Show } from 'solid-js';
import type { JudgedForecast, NodeForecast } from '~/domain/forecastView';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { OwnDialog } from './OwnDialog';

/** A smaller bias than this says nothing. */
const FAIR = 0.01;
/** What a seller can speak of. */
const SPOKEN_OF: ReadonlySet<string> = new Set(['seller', 'region', 'customer', 'product']);

/** What sellers say themselves of the node, and whose word was better so far. */
export function OwnPanel(props: { node: NodeForecast; scope: string }) {
  const app = useApp();
  const { t, format } = useText();
  const money = useMoney();
  const [open, setOpen] = createSignal(false);
  const own = () => props.node.own;
  const title = () => {
    const said = own();
    if (!said) return t('forecast.own.none');
    return t('forecast.own.title', { amount: said.year === null ? money.show(null) : money.say(said.year) });
  };
  const against = () => {
    const said = own();
    const model = props.node.view.year.forecast;
    if (!said) return t('forecast.own.noneText');
    if (said.year === null || model === null) return t('forecast.own.past');
    const gap = said.year - model;
    const word =
      money.show(gap) === money.show(0)
        ? t('forecast.own.even')
        : gap > 0
          ? t('forecast.own.above', { amount: money.say(gap) })
          : t('forecast.own.below', { amount: money.say(-gap) });
    return `${word} · ${t('forecast.own.months', { n: said.spoken })}`;
  };
  const bias = ({ n, bias: share }: JudgedForecast) => {
    if (share === null) return '';
    if (Math.abs(share) < FAIR) return t('forecast.own.fair', { n });
    const words = { n, share: format().percent(Math.abs(share)) };
    return share > 0 ? t('forecast.own.high', words) : t('forecast.own.low', words);
  };
  const better = ({ accuracy, model, naive, overModel }: JudgedForecast) => {
    const words = { own: format().percent(accuracy, 0), model: format().percent(model, 0) };
    const verdict =
      overModel === null
        ? ''
        : overModel >= 0
          ? t('forecast.own.ownBetter', words)
          : t('forecast.own.modelBetter', words);
    return [verdict, naive === null ? '' : t('forecast.own.naive', { naive: format().percent(naive, 0) })]
      .filter(Boolean)
      .join(' · ');
  };
  const blocked = () => {
    if (app.status().readOnly) return t('forecast.readOnly');
    const named = Object.keys(props.node.view.at);
    return named.length > 0 && named.every((dimension) => SPOKEN_OF.has(dimension)) ? null : t('forecast.own.notHere');
  };
  return (
    <section class="said" aria-labelledby="forecast-own">
      <div class="said__words">
        <h2 id="forecast-own" class="type-section">
          {title()}
        </h2>
        <p class="type-caption">{against()}</p>
        <Show when={own()}>
          <Show when={own()?.judged} fallback={<p class="type-caption">{t('forecast.own.notJudged')}</p>}>
            {(judged) => (
              <>
                <p class="type-caption">{bias(judged())}</p>
                <p class="type-caption">{better(judged())}</p>
              </>
            )}
          </Show>
        </Show>
      </div>
      <Button blocked={blocked()} onClick={() => setOpen(true)}>
        {t('forecast.own.open')}
      </Button>
      <Show when={!own()}>
        <Button look="link" onClick={() => app.go('import', { kind: 'forecasts' })}>
          {t('forecast.own.import')}
        </Button>
      </Show>
      <OwnDialog open={open()} node={props.node} scope={props.scope} onClose={() => setOpen(false)} />
    </section>
  );
}
