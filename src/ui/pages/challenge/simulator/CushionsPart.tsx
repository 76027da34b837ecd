import { Show } from 'solid-js';
import type { SimulatedCushion, SimulationView } from '~/domain/simulationView';
import { useApp } from '~/state/app';
import { dimensionName } from '../../../components/dimensionName';
import { Section } from '../../../components/Section';
import { Table } from '../../../components/Table';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';

/** What each over-assignment between levels is worth as a safety. */
export function CushionsPart(props: { view: SimulationView }) {
  const app = useApp();
  const { t, format } = useText();
  const money = useMoney();
  const name = (level: string) =>
    level === '' ? t('simulation.whole') : dimensionName(t, level, app.status().plan?.titles);
  const gain = ({ chance, chanceAbove }: SimulatedCushion) => (chanceAbove === null ? null : chanceAbove - chance);
  const largest = () =>
    props.view.cushions
      .filter((one) => one.cushion !== null && gain(one) !== null)
      .sort((a, b) => (gain(b) ?? 0) - (gain(a) ?? 0))[0] ?? null;
  const finding = () => {
    const one = largest();
    if (!one) return t('simulation.cushions');
    return t('simulation.cushionFinding', {
      level: name(one.level),
      cushion: format().growth(one.cushion),
      own: format().probability(one.chance),
      above: format().probability(one.chanceAbove),
    });
  };
  return (
    <Section finding={finding()} caption={t('simulation.cushionCaption')}>
      <Show when={largest()} fallback={<p class="type-caption">{t('simulation.cushionNone')}</p>}>
        <div class="simulator__scroll">
          <Table
            label={`${t('simulation.cushions')}, ${money.label()}`}
            rows={props.view.cushions}
            columns={[
              { id: 'level', head: t('simulation.cushionLevel'), rowHead: true, cell: (row) => name(row.level) },
              { id: 'total', head: t('simulation.cushionTotal'), number: true, cell: (row) => money.show(row.total) },
              {
                id: 'share',
                head: t('simulation.cushionShare'),
                number: true,
                cell: (row) => format().growth(row.cushion),
              },
              {
                id: 'own',
                head: t('simulation.cushionOwn'),
                number: true,
                cell: (row) => format().probability(row.chance),
              },
              {
                id: 'above',
                head: t('simulation.cushionAbove'),
                number: true,
                cell: (row) => format().probability(row.chanceAbove),
              },
              {
                id: 'gain',
                head: t('simulation.cushionGain'),
                number: true,
                cell: (row) => format().signed(gain(row) === null ? null : (gain(row) ?? 0) * 100, 0),
              },
            ]}
          />
        </div>
      </Show>
    </Section>
  );
}
