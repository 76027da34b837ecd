import { Show } from 'solid-js';
import type { AccuracyRow, AccuracyView } from '~/domain/forecastView';
import { formatAt } from '~/state/address';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Section } from '../../../components/Section';
import { Table } from '../../../components/Table';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';

/** Nodes by how far their forecasts missed, worst first; each leads to its own page. */
export function NodeErrors(props: { view: AccuracyView }) {
  const app = useApp();
  const { t, format } = useText();
  const money = useMoney();
  const name = (row: AccuracyRow) => row.label || t('accuracy.whole');
  const worst = () => props.view.rows.find(({ all }) => all.wape !== null);
  const finding = () => {
    const row = worst();
    return row
      ? t('accuracy.finding', { node: name(row), wape: format().percent(row.all.wape) })
      : t('accuracy.findingNone');
  };
  const caption = () =>
    worst() === undefined
      ? t('accuracy.captionNone')
      : [t('accuracy.caption'), props.view.cut ? t('accuracy.cut') : ''].filter(Boolean).join(' · ');
  return (
    <Section finding={finding()} caption={caption()}>
      <Show when={worst()}>
        <div class="chart-table special-table">
          <Table
            label={finding()}
            rows={props.view.rows}
            columns={[
              {
                id: 'node',
                head: t('accuracy.node'),
                rowHead: true,
                cell: (row) => (
                  <Button
                    look="link"
                    aria-label={t('accuracy.open', { node: name(row) })}
                    onClick={() => app.setParams({ tab: null, at: formatAt(row.at) || null })}
                  >
                    {name(row)}
                  </Button>
                ),
              },
              {
                id: 'size',
                head: `${t('accuracy.size')} ${money.label()}`,
                number: true,
                cell: (row) => money.show(row.size),
              },
              { id: 'wape', head: t('accuracy.wape'), number: true, cell: (row) => format().percent(row.all.wape) },
              ...[0, 1, 2].map((place) => ({
                id: `wape${place}`,
                head: t('accuracy.horizonWape', {
                  first: props.view.rows[0]?.horizons[place]?.first ?? 0,
                  last: props.view.rows[0]?.horizons[place]?.last ?? 0,
                }),
                number: true,
                cell: (row: AccuracyRow) => format().percent(row.horizons[place]?.wape ?? null),
              })),
              { id: 'mase', head: t('accuracy.mase'), number: true, cell: (row) => format().number(row.all.mase, 2) },
              { id: 'bias', head: t('accuracy.bias'), number: true, cell: (row) => format().growth(row.all.bias) },
              {
                id: 'coverage',
                head: t('accuracy.coverage'),
                number: true,
                cell: (row) => format().percent(row.all.coverage, 0),
              },
              { id: 'n', head: t('accuracy.n'), number: true, cell: (row) => format().count(row.all.n) },
              {
                id: 'basis',
                head: t('accuracy.basis'),
                cell: (row) => {
                  if (row.all.n === 0) return <span class="quiet">{t('accuracy.basisNone')}</span>;
                  return row.basis === 'kept' ? t('accuracy.basisKept') : t('accuracy.basisBacktest');
                },
              },
            ]}
          />
        </div>
        <p class="type-caption">{t('accuracy.legend')}</p>
      </Show>
    </Section>
  );
}
