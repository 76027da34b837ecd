import type { SimulationHead, SimulationView } from '~/domain/simulationView';
import { Section } from '../../../components/Section';
import { Select } from '../../../components/Select';
import { Table } from '../../../components/Table';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';

interface Measure {
  id: string;
  name: string;
  before: string;
  now: string;
  change: string;
}

const targetChance = ({ total }: SimulationHead): number | null =>
  total.lines.find(({ line }) => line === 'target')?.chance ?? null;

/** This run beside one before it: what an edit, a risk or a setting did to the year. */
export function ComparePart(props: { view: SimulationView; before: SimulationHead; onChoose: (no: number) => void }) {
  const { t, format } = useText();
  const money = useMoney();
  const now = () => props.view.head;
  const points = (a: number | null, b: number | null) =>
    format().signed(a === null || b === null ? null : (b - a) * 100, 0);
  const chances = (id: string, name: string, [a, b]: [number | null, number | null]): Measure => ({
    id,
    name,
    before: format().probability(a),
    now: format().probability(b),
    change: points(a, b),
  });
  const amounts = (id: string, name: string, [a, b]: [number | null, number | null]): Measure => ({
    id,
    name,
    before: money.show(a),
    now: money.show(b),
    change:
      a === null || b === null ? '–' : b === a ? money.show(0) : `${b > a ? '+' : '−'}${money.show(Math.abs(b - a))}`,
  });
  const rows = (): Measure[] => {
    const [a, b] = [props.before, now()];
    const lines = b.total.lines.map(({ line, chance }) =>
      chances(line, t('simulation.chance', { line: t(`simulation.line.${line}`) }), [
        a.total.lines.find((other) => other.line === line)?.chance ?? null,
        chance,
      ]),
    );
    return [
      ...lines,
      amounts('target', t('simulation.target'), [a.target, b.target]),
      amounts('mean', t('simulation.mean'), [a.total.mean, b.total.mean]),
      amounts('low', t('simulation.low80'), [a.total.p10, b.total.p10]),
      amounts('high', t('simulation.high80'), [a.total.p90, b.total.p90]),
      chances('reach', t('simulation.reachMean'), [a.reach, b.reach]),
      {
        id: 'risks',
        name: t('simulation.riskCount'),
        before: format().count(a.risks),
        now: format().count(b.risks),
        change: format().signed(b.risks - a.risks, 0),
      },
      amounts('riskValue', t('simulation.riskTotal'), [Math.round(a.riskValue), Math.round(b.riskValue)]),
    ];
  };
  const runName = (head: SimulationHead) =>
    t('simulation.compareRun', {
      no: head.no,
      target: money.show(head.target),
      chance: format().probability(targetChance(head)),
    });
  return (
    <Section
      finding={t('simulation.compareFinding', {
        no: props.before.no,
        points: points(targetChance(props.before), targetChance(now())),
      })}
      tools={
        <Select<string>
          label={t('simulation.compareWith')}
          hideLabel
          options={props.view.earlier.map((head) => ({ value: String(head.no), label: runName(head) }))}
          value={String(props.before.no)}
          onChange={(no) => props.onChoose(Number(no))}
        />
      }
    >
      <div class="simulator__scroll">
        <Table
          label={`${t('simulation.compare')}, ${money.label()}`}
          rows={rows()}
          columns={[
            { id: 'name', head: t('simulation.measure'), rowHead: true, cell: (row) => row.name },
            {
              id: 'before',
              head: t('simulation.before', { no: props.before.no }),
              number: true,
              cell: (row) => row.before,
            },
            { id: 'now', head: t('simulation.now'), number: true, cell: (row) => row.now },
            { id: 'change', head: t('simulation.change'), number: true, cell: (row) => row.change },
          ]}
        />
      </div>
    </Section>
  );
}
