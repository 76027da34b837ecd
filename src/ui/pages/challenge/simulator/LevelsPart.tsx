import { createMemo, createSignal, Show } from 'solid-js';
import { SIMULATED_LINES, type SimulatedNode, type SimulationView } from '~/domain/simulationView';
import { formatAt } from '~/state/address';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { dimensionName } from '../../../components/dimensionName';
import { Section } from '../../../components/Section';
import { Select } from '../../../components/Select';
import { Table, type TableColumn } from '../../../components/Table';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';

const FIRST = 15;

/** Every node of one level with its chance to make each line, hardest first. */
export function LevelsPart(props: { view: SimulationView }) {
  const app = useApp();
  const { t } = useText();
  const money = useMoney();
  const [chosen, setChosen] = createSignal<number | null>(null);
  const [all, setAll] = createSignal(false);
  const levels = () => props.view.levels.filter(({ depth, withTarget }) => depth > 0 && withTarget > 0);
  const shown = () => levels().find(({ depth }) => depth === chosen()) ?? levels()[0];
  const levelName = (level: string) => dimensionName(t, level, app.status().plan?.titles);
  const rows = createMemo(() =>
    props.view.nodes
      .filter(({ depth, chances }) => depth === shown()?.depth && chances[0] !== null)
      .sort((a, b) => (a.chances[0] ?? 1) - (b.chances[0] ?? 1) || (b.shortfall ?? 0) - (a.shortfall ?? 0)),
  );
  const lines = createMemo(() =>
    SIMULATED_LINES.map((line, i) => ({ line, i })).filter(({ i }) =>
      rows().some(({ chances }) => chances[i] !== null),
    ),
  );
  const name = (node: SimulatedNode) =>
    [...node.above, node.label].map((part) => part || t('words.unassigned')).join(' › ');
  const columns = (): TableColumn<SimulatedNode, string>[] => [
    {
      id: 'node',
      head: t('simulation.node'),
      rowHead: true,
      cell: (node) => (
        <Button look="link" onClick={() => app.setParams({ tab: null, at: formatAt(node.at) })}>
          {name(node)}
        </Button>
      ),
    },
    { id: 'target', head: t('simulation.target'), number: true, cell: (node) => money.show(node.target) },
    { id: 'mean', head: t('simulation.mean'), number: true, cell: (node) => money.show(node.mean) },
    { id: 'short', head: t('simulation.short'), number: true, cell: (node) => money.show(node.shortfall) },
    ...lines().map(({ line, i }) => ({
      id: line,
      head: t('simulation.chance', { line: t(`simulation.line.${line}`) }),
      number: true,
      cell: (node: SimulatedNode) => <Chance chance={node.chances[i]} />,
    })),
  ];
  return (
    <Show when={shown()}>
      {(level) => (
        <Section
          finding={t('simulation.levelsFinding', {
            level: levelName(level().level),
            n: level().unlikely,
            all: level().withTarget,
          })}
          caption={`${t('simulation.levelsCaption')} · ${money.label()}`}
          tools={
            <Select<string>
              label={t('simulation.level')}
              hideLabel
              options={levels().map(({ depth, level: id }) => ({ value: String(depth), label: levelName(id) }))}
              value={String(level().depth)}
              onChange={(depth) => {
                setChosen(Number(depth));
                setAll(false);
              }}
            />
          }
        >
          <div class="simulator__scroll">
            <Table<SimulatedNode, string>
              label={`${t('simulation.levels')}, ${money.label()}`}
              rows={all() ? rows() : rows().slice(0, FIRST)}
              columns={columns()}
            />
          </div>
          <Show when={rows().length > FIRST}>
            <Button look="link" onClick={() => setAll(!all())}>
              {all() ? t('simulation.fewer', { n: FIRST }) : t('simulation.more', { n: rows().length })}
            </Button>
          </Show>
        </Section>
      )}
    </Show>
  );
}

function Chance(props: { chance: number | null }) {
  const { format } = useText();
  return (
    <Show when={props.chance !== null} fallback="–">
      <span class="simulator__chance">
        <span class="simulator__track" aria-hidden="true">
          <span class="simulator__bar" style={{ width: `${Math.round((props.chance ?? 0) * 100)}%` }} />
        </span>
        <span class="number">{format().probability(props.chance)}</span>
      </span>
    </Show>
  );
}
