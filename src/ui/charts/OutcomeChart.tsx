import { createMemo, createSignal, For, Show } from 'solid-js';
import type { SimulationHead, SimulationView } from '~/domain/simulationView';
import { Section } from '../components/Section';
import { Segment } from '../components/Segment';
import { Table } from '../components/Table';
import { useText } from '../components/TextProvider';
import { useMoney } from '../components/useMoney';
import { amountScale } from './amountScale';
import { commonToFit } from './commonToFit';
import { labelRows, outcomeSteps } from './outcomeShape';
import './outcome.css';

const WIDTH = 760;
const HEIGHT = 250;
const LEFT = 44;
const RIGHT = 12;
const ROW = 16;
const TOP = 3 * ROW + 6;
const FOOT = 24;
const LABEL = 130;

type Look = 'histogram' | 'curve' | 'figures';

/** What the year may bring: years by their total with the target lines as rules, or the chance to reach each amount, or figures. */
export function OutcomeChart(props: { view: SimulationView; before: SimulationHead | null }) {
  const { t, format } = useText();
  const money = useMoney();
  const [look, setLook] = createSignal<Look>('histogram');
  const total = () => props.view.head.total;
  const spoken = () =>
    t('simulation.outcomeSpoken', {
      low: money.say(total().p10),
      high: money.say(total().p90),
      mid: money.say(total().p50),
    });
  return (
    <Section
      finding={t('simulation.outcome')}
      caption={`${t('simulation.outcomeCaption')} · ${money.label()}`}
      tools={
        <Segment<Look>
          label={t('simulation.look')}
          options={[
            { value: 'histogram', label: t('simulation.histogram') },
            { value: 'curve', label: t('simulation.curve') },
            { value: 'figures', label: t('simulation.figures') },
          ]}
          value={look()}
          onChange={setLook}
        />
      }
    >
      <Show when={look() !== 'figures'} fallback={<OutcomeTable view={props.view} />}>
        <Plot view={props.view} before={props.before} look={look()} spoken={spoken()} />
      </Show>
      <p class="type-caption">
        {t('simulation.outcomeSpoken', {
          low: money.say(total().p10),
          high: money.say(total().p90),
          mid: money.say(total().p50),
        })}{' '}
        <Show when={props.view.forecast}>
          {(forecast) => (
            <>
              {t('simulation.forecastBeside', {
                mean: money.say(forecast().mean),
                low: money.say(forecast().lower),
                high: money.say(forecast().upper),
              })}{' '}
              ({format().percent(0.8, 0)})
            </>
          )}
        </Show>
        <Show when={commonToFit(props.view)}>
          {(common) => <> {t('simulation.commonToFit', { common: format().percent(common(), 0) })}</>}
        </Show>
      </p>
    </Section>
  );
}

function Plot(props: { view: SimulationView; before: SimulationHead | null; look: Look; spoken: string }) {
  const { t, format } = useText();
  const money = useMoney();
  const steps = createMemo(() => outcomeSteps(props.view.histogram));
  const lines = () => props.view.head.total.lines;
  const scale = createMemo(() =>
    amountScale([props.view.histogram.from, props.view.histogram.to, ...lines().map(({ amount }) => amount)]),
  );
  const x = (amount: number) => LEFT + scale().share(amount) * (WIDTH - LEFT - RIGHT);
  const tallest = () => Math.max(...steps().map(({ share }) => share), 1e-9);
  const y = (share: number) => TOP + (1 - share) * (HEIGHT - TOP - FOOT);
  const labels = () =>
    labelRows(
      lines().map(({ amount }) => x(amount)),
      { width: LABEL, rows: 3 },
    );
  const path = (curve: SimulationHead['curve']) =>
    curve.map(({ amount, chance }) => `${x(amount).toFixed(1)},${y(chance).toFixed(1)}`).join(' ');
  return (
    <svg class="outcome" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={props.spoken}>
      <For each={scale().ticks}>
        {(tick) => (
          <>
            <line class="outcome__grid" x1={x(tick)} x2={x(tick)} y1={TOP} y2={HEIGHT - FOOT} />
            <text class="outcome__axis" x={x(tick)} y={HEIGHT - 8} text-anchor="middle">
              {money.show(tick)}
            </text>
          </>
        )}
      </For>
      <Show
        when={props.look === 'histogram'}
        fallback={
          <>
            <For each={[0, 0.25, 0.5, 0.75, 1]}>
              {(share) => (
                <>
                  <line class="outcome__grid" x1={LEFT} x2={WIDTH - RIGHT} y1={y(share)} y2={y(share)} />
                  <text class="outcome__axis" x={LEFT - 6} y={y(share) + 4} text-anchor="end">
                    {format().percent(share, 0)}
                  </text>
                </>
              )}
            </For>
            <Show when={props.before}>
              {(before) => <polyline class="outcome__before" points={path(before().curve)} />}
            </Show>
            <polyline class="outcome__curve" points={path(props.view.head.curve)} />
          </>
        }
      >
        <For each={steps()}>
          {(step) => (
            <rect
              class="outcome__bar"
              classList={{ 'outcome__bar--short': isShort(props.view.head.target, step) }}
              x={x(step.from) + 0.5}
              y={y(step.share / tallest())}
              width={Math.max(0.5, x(step.to) - x(step.from) - 1)}
              height={Math.max(0, HEIGHT - FOOT - y(step.share / tallest()))}
            />
          )}
        </For>
        <line class="outcome__foot" x1={LEFT} x2={WIDTH - RIGHT} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} />
      </Show>
      <For each={lines()}>
        {(line, i) => (
          <>
            <line
              class="outcome__rule"
              classList={{ 'outcome__rule--target': line.line === 'target' }}
              x1={x(line.amount)}
              x2={x(line.amount)}
              y1={labels()[i()].row * ROW + 4}
              y2={HEIGHT - FOOT}
            />
            <text
              class="outcome__label"
              classList={{ 'outcome__label--target': line.line === 'target' }}
              x={x(line.amount) + (x(line.amount) > WIDTH - LABEL ? -5 : 5)}
              y={labels()[i()].row * ROW + 14}
              text-anchor={x(line.amount) > WIDTH - LABEL ? 'end' : 'start'}
            >
              {t('simulation.figure', { line: t(`simulation.line.${line.line}`), amount: money.show(line.amount) })}
              {` · ${format().probability(line.chance)}`}
            </text>
          </>
        )}
      </For>
    </svg>
  );
}

/** A bar of years that miss the target. */
const isShort = (target: number | null, { from, to }: { from: number; to: number }): boolean =>
  target !== null && (from + to) / 2 < target;

function OutcomeTable(props: { view: SimulationView }) {
  const { t, format } = useText();
  const money = useMoney();
  const rows = () => {
    const { total, curve } = props.view.head;
    const lines = total.lines.map(({ line, amount, chance }) => ({
      name: t(`simulation.line.${line}`),
      amount,
      chance,
    }));
    return [...curve.filter((_, i) => i % 5 === 0).map((point) => ({ name: '', ...point })), ...lines].sort(
      (a, b) => a.amount - b.amount,
    );
  };
  return (
    <div class="chart-table">
      <Table
        label={`${t('simulation.outcome')}, ${money.label()}`}
        rows={rows()}
        columns={[
          { id: 'amount', head: t('simulation.amount'), rowHead: true, cell: (row) => money.show(row.amount) },
          { id: 'line', head: t('simulation.lines'), cell: (row) => row.name },
          {
            id: 'chance',
            head: t('simulation.reachAtLeast'),
            number: true,
            cell: (row) => format().probability(row.chance),
          },
        ]}
      />
    </div>
  );
}
