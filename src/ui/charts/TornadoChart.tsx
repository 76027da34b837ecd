import { Show } from 'solid-js';
import type { SimulatedSwing } from '~/domain/simulationView';
import { Table } from '../components/Table';
import { useText } from '../components/TextProvider';
import { useMoney } from '../components/useMoney';
import './tornado.css';

/** Causes from the widest down: each a bar from its bad years to its good ones around the mean, with the figures beside it. */
export function TornadoChart(props: {
  swings: readonly SimulatedSwing[];
  mean: number;
  label: string;
  name: (swing: SimulatedSwing) => string;
}) {
  const { t, format } = useText();
  const money = useMoney();
  const reach = () =>
    Math.max(1, ...props.swings.flatMap(({ low, high }) => [Math.abs(low - props.mean), Math.abs(high - props.mean)]));
  const at = (amount: number) => 50 + ((amount - props.mean) / reach()) * 50;
  return (
    <Table<SimulatedSwing>
      label={`${props.label}, ${money.label()}`}
      rows={props.swings}
      columns={[
        { id: 'cause', head: t('simulation.causeHead'), rowHead: true, cell: (swing) => props.name(swing) },
        {
          id: 'low',
          head: t('simulation.bad'),
          number: true,
          cell: (swing) => money.show(Math.min(swing.low, swing.high)),
        },
        {
          id: 'bar',
          head: t('simulation.swing'),
          cell: (swing) => (
            <span class="tornado">
              <svg class="tornado__plot" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
                <rect
                  class="tornado__bad"
                  x={Math.min(at(swing.low), at(swing.high), 50)}
                  width={Math.max(0, 50 - Math.min(at(swing.low), at(swing.high)))}
                  y={1}
                  height={10}
                />
                <rect
                  class="tornado__good"
                  x={50}
                  width={Math.max(0, Math.max(at(swing.low), at(swing.high)) - 50)}
                  y={1}
                  height={10}
                />
                <line class="tornado__mean" x1={50} x2={50} y1={0} y2={12} />
              </svg>
              <span class="number">{money.show(Math.abs(swing.high - swing.low))}</span>
            </span>
          ),
        },
        {
          id: 'high',
          head: t('simulation.good'),
          number: true,
          cell: (swing) => money.show(Math.max(swing.low, swing.high)),
        },
        {
          id: 'chance',
          head: t('simulation.chanceBadGood'),
          number: true,
          cell: (swing) => (
            <Show when={swing.lowChance !== null && swing.highChance !== null} fallback="–">
              {t('simulation.chanceRange', {
                low: format().probability(Math.min(swing.lowChance ?? 0, swing.highChance ?? 0)),
                high: format().probability(Math.max(swing.lowChance ?? 0, swing.highChance ?? 0)),
              })}
            </Show>
          ),
        },
      ]}
    />
  );
}
