import { For, Show } from 'solid-js';
import type { SimulatedReach, SimulationView } from '~/domain/simulationView';
import { useApp } from '~/state/app';
import { dimensionName } from '../../../components/dimensionName';
import { Section } from '../../../components/Section';
import { useText } from '../../../components/TextProvider';

const WIDTH = 760;
const HEIGHT = 120;
const FOOT = 20;

/** What share of sellers reach their target in a year, beside what others publish of it. */
export function ReachPart(props: { view: SimulationView }) {
  const app = useApp();
  const { t, format } = useText();
  return (
    <Show when={props.view.reach}>
      {(reach) => (
        <Section
          finding={t('simulation.reachFinding', {
            share: format().percent(reach().mean / reach().count, 0),
            who: dimensionName(t, reach().dimension, app.status().plan?.titles),
            count: reach().count,
            n: format().number(reach().mean, 1),
          })}
          caption={`${t('simulation.reachCaption', { low: reach().lower, high: reach().upper })} ${format().list(
            reach().bands.map(({ low, high, source }) =>
              t('simulation.reachBand', {
                low: format().percent(low, 0),
                high: format().percent(high, 0),
                source,
              }),
            ),
          )}`}
        >
          <ReachPlot reach={reach()} />
        </Section>
      )}
    </Show>
  );
}

function ReachPlot(props: { reach: SimulatedReach }) {
  const { t, format } = useText();
  const step = () => WIDTH / props.reach.shares.length;
  const tallest = () => Math.max(...props.reach.shares, 1e-9);
  /** Every so many counts carry a figure, so that they never touch. */
  const every = () => Math.max(1, Math.ceil(props.reach.shares.length / 20));
  const x = (count: number) => count * step();
  return (
    <svg
      class="reach"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t('simulation.reachSpoken', { n: format().number(props.reach.mean, 1) })}
    >
      <For each={props.reach.bands}>
        {(band) => (
          <rect
            class="reach__band"
            x={x(band.low * props.reach.count) + step() / 2}
            width={Math.max(2, x((band.high - band.low) * props.reach.count))}
            y={0}
            height={HEIGHT - FOOT}
          />
        )}
      </For>
      <For each={props.reach.shares}>
        {(share, count) => (
          <>
            <rect
              class="reach__bar"
              x={x(count()) + step() * 0.15}
              width={step() * 0.7}
              y={(1 - share / tallest()) * (HEIGHT - FOOT)}
              height={(share / tallest()) * (HEIGHT - FOOT)}
            >
              <title>{`${count()}: ${format().percent(share)}`}</title>
            </rect>
            <Show when={count() % every() === 0}>
              <text class="outcome__axis" x={x(count()) + step() / 2} y={HEIGHT - 5} text-anchor="middle">
                {count()}
              </text>
            </Show>
          </>
        )}
      </For>
      <line class="outcome__foot" x1={0} x2={WIDTH} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} />
    </svg>
  );
}
