import { createMemo, createSignal, For } from 'solid-js';
import { monthIndexOfId } from '~/domain/forecastMonth';
import type { ForecastComponents } from '~/domain/forecastView';
import { monthIdAt } from '~/domain/period';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { Section } from '../../../components/Section';
import { Spark } from '../../../components/Spark';
import { Table } from '../../../components/Table';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { type ComponentRow, componentRows } from './componentRows';

const WIDTH = 200;
const HEIGHT = 30;

/** What the months are made of: lines that add up to what came and to the forecast. */
export function WhyPanel(props: { components: ForecastComponents; peaks: { high: string; low: string } | null }) {
  const { t, format } = useText();
  const money = useMoney();
  const [open, setOpen] = createSignal(false);
  const rows = createMemo(() => componentRows(props.components));
  const signed = (amount: number) => {
    const text = money.show(amount);
    return amount > 0 && text !== money.show(0) ? `+${text}` : text;
  };
  const said = (row: ComponentRow): string => {
    if (row.id === 'level') {
      if (row.perMonth === null || money.show(row.perMonth) === money.show(0)) return t('forecast.why.steady');
      return t('forecast.why.perMonth', { amount: signed(row.perMonth) });
    }
    if (row.id === 'season') {
      if (!row.largest || !props.peaks) return t('forecast.why.noSeason');
      const { high, low } = props.peaks;
      return t('forecast.why.peaks', { high: format().month(high), low: format().month(low) });
    }
    if (!row.largest) return t('forecast.why.noRemainder');
    const words = { month: format().longMonth(row.largest.month), amount: signed(row.largest.amount) };
    if (row.id === 'holidays') return t('forecast.why.feast', words);
    return row.id === 'events' ? t('forecast.why.found', words) : t('forecast.why.largest', words);
  };
  return (
    <Section
      finding={t('forecast.why.title')}
      caption={t('forecast.why.caption')}
      tools={
        <Button look="link" onClick={() => setOpen(true)}>
          {t('forecast.why.show')}
        </Button>
      }
    >
      <ul class="facts">
        <For each={rows()}>
          {(row) => (
            <li class="why__row">
              <span class="why__words">
                <span class="strong">{t(`forecast.why.${row.id}`)}</span>
                <span class="facts__text">{said(row)}</span>
              </span>
              <span class="why__line" classList={{ 'why__line--rest': row.id === 'remainder' }}>
                <Spark values={row.values} width={WIDTH} height={HEIGHT} />
              </span>
            </li>
          )}
        </For>
      </ul>
      <Dialog
        open={open()}
        onClose={() => setOpen(false)}
        title={t('forecast.why.title')}
        lead={t('forecast.why.caption')}
        wide
      >
        <div class="chart-table">
          <NumbersByMonth components={props.components} rows={rows()} />
        </div>
      </Dialog>
    </Section>
  );
}

function NumbersByMonth(props: { components: ForecastComponents; rows: readonly ComponentRow[] }) {
  const { t, format } = useText();
  const money = useMoney();
  const months = () => {
    const first = monthIndexOfId(props.components.from) ?? 0;
    return props.components.level.map((_, i) => ({ i, month: monthIdAt(first + i) })).reverse();
  };
  const sum = (i: number) => {
    const { level, season, holidays, events, remainder } = props.components;
    const rest = remainder[i];
    // A month that nobody knows has no sum.
    return rest === null && i < props.components.known
      ? null
      : level[i] + season[i] + holidays[i] + events[i] + (rest ?? 0);
  };
  return (
    <Table
      label={t('forecast.why.table', { unit: money.label() })}
      rows={months()}
      columns={[
        { id: 'month', head: money.label(), rowHead: true, cell: (row) => format().longMonth(row.month) },
        ...props.rows.map(({ id }) => ({
          id,
          head: t(`forecast.why.${id}`),
          number: true,
          cell: (row: { i: number }) => money.show(props.components[id][row.i] ?? null),
        })),
        { id: 'value', head: t('forecast.why.value'), number: true, cell: (row) => money.show(sum(row.i)) },
      ]}
    />
  );
}
