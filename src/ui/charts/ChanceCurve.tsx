import { createMemo, For, Show } from 'solid-js';
import { VERDICTS } from '~/domain/challenge';
import type { ChallengeView } from '~/domain/challengeView';
import { useText } from '../components/TextProvider';
import { useMoney } from '../components/useMoney';
import { amountScale } from './amountScale';
import './chanceCurve.css';

const WIDTH = 560;
const HEIGHT = 190;
const LEFT = 44;
const RIGHT = 12;
const TOP = 14;
const FOOT = 42;
const SHARES = [0, 0.25, 0.5, 0.75, 1];

/** The chance to reach each amount: the target and the fair amount as points on it, the verdicts as a strip under it. */
export function ChanceCurve(props: { view: ChallengeView }) {
  const { t, format } = useText();
  const money = useMoney();
  const scale = createMemo(() =>
    amountScale([...props.view.curve.map(({ amount }) => amount), props.view.target, props.view.lastYear]),
  );
  const x = (amount: number) => LEFT + scale().share(amount) * (WIDTH - LEFT - RIGHT);
  const y = (chance: number) => TOP + (1 - chance) * (HEIGHT - TOP - FOOT);
  const line = () => props.view.curve.map(({ amount, chance }) => `${x(amount).toFixed(1)},${y(chance).toFixed(1)}`);
  const area = () => {
    const { curve } = props.view;
    return `${x(curve[0].amount)},${y(0)} ${line().join(' ')} ${x(curve[curve.length - 1].amount)},${y(0)}`;
  };
  /** From where to where on the axis each verdict reaches, easiest first. */
  const strips = () => {
    const { easy, fair, demanding } = props.view.rule;
    const cuts = [easy, fair, demanding].map((chance) => amountOfChance(props.view.curve, chance));
    const ends = [scale().from, ...cuts, scale().to];
    return VERDICTS.map((verdict, i) => ({ verdict, from: ends[i], to: ends[i + 1] })).filter(
      ({ from, to }) => to > from,
    );
  };
  const spoken = () =>
    t('challenge.curveSpoken', {
      target: money.say(props.view.target),
      chance: props.view.chance === null ? '–' : format().probability(props.view.chance),
    });
  const anchor = (at: number) => (at > WIDTH * 0.7 ? 'end' : 'start');
  return (
    <figure class="chance-curve">
      <figcaption class="type-section">{t('challenge.curve')}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={spoken()}>
        <For each={SHARES}>
          {(share) => (
            <>
              <line class="chance-curve__grid" x1={LEFT} x2={WIDTH - RIGHT} y1={y(share)} y2={y(share)} />
              <text class="chance-curve__axis" x={LEFT - 6} y={y(share) + 4} text-anchor="end">
                {format().percent(share, 0)}
              </text>
            </>
          )}
        </For>
        <polygon class="chance-curve__area" points={area()} />
        <polyline class="chance-curve__line" points={line().join(' ')} />
        <Show when={props.view.lastYear}>
          {(amount) => (
            <>
              <line class="chance-curve__last" x1={x(amount())} x2={x(amount())} y1={TOP} y2={y(0)} />
              <text class="chance-curve__axis" x={x(amount()) + 4} y={y(0) - 6}>
                {t('challenge.lastYearAt', { amount: money.show(amount()) })}
              </text>
            </>
          )}
        </Show>
        <Show when={props.view.fair}>
          {(fair) => (
            <>
              <circle class="chance-curve__fair" cx={x(fair().amount)} cy={y(fair().chance)} r="4" />
              <text
                class="chance-curve__note"
                x={x(fair().amount) + (anchor(x(fair().amount)) === 'end' ? -8 : 8)}
                y={y(fair().chance) - 8}
                text-anchor={anchor(x(fair().amount))}
              >
                {t('challenge.fairAt', {
                  amount: money.show(fair().amount),
                  chance: format().probability(fair().chance),
                })}
              </text>
            </>
          )}
        </Show>
        <Show when={props.view.target}>
          {(amount) => (
            <>
              <line class="chance-curve__target" x1={x(amount())} x2={x(amount())} y1={TOP} y2={y(0)} />
              <circle class="chance-curve__point" cx={x(amount())} cy={y(props.view.chance ?? 0)} r="4" />
              <text
                class="chance-curve__target-text"
                x={x(amount()) + (anchor(x(amount())) === 'end' ? -6 : 6)}
                y={TOP + 10}
                text-anchor={anchor(x(amount()))}
              >
                {t('challenge.targetAt', {
                  amount: money.show(amount()),
                  chance: props.view.chance === null ? '–' : format().probability(props.view.chance),
                })}
              </text>
            </>
          )}
        </Show>
        <For each={strips()}>
          {(strip) => (
            <>
              <rect
                class={`chance-curve__strip chance-curve__strip--${strip.verdict}`}
                x={x(strip.from) + 1}
                width={Math.max(0, x(strip.to) - x(strip.from) - 2)}
                y={y(0) + 4}
                height="4"
              />
              <Show when={x(strip.to) - x(strip.from) > 48}>
                <text
                  class="chance-curve__axis"
                  x={(x(strip.from) + x(strip.to)) / 2}
                  y={y(0) + 22}
                  text-anchor="middle"
                >
                  {t(`challenge.verdict.${strip.verdict}`)}
                </text>
              </Show>
            </>
          )}
        </For>
        <For each={scale().ticks}>
          {(tick) => (
            <text class="chance-curve__axis" x={x(tick)} y={HEIGHT - 4} text-anchor="middle">
              {money.show(tick)}
            </text>
          )}
        </For>
      </svg>
    </figure>
  );
}

/** Where a falling curve crosses a chance, between its points; its ends where it does not. */
function amountOfChance(curve: ChallengeView['curve'], chance: number): number {
  const next = curve.findIndex((point) => point.chance < chance);
  if (next < 0) return curve[curve.length - 1].amount;
  if (next === 0) return curve[0].amount;
  const [a, b] = [curve[next - 1], curve[next]];
  return a.amount + ((a.chance - chance) / (a.chance - b.chance)) * (b.amount - a.amount);
}
