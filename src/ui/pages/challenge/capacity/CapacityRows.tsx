import { createMemo, createSignal, Show } from 'solid-js';
import type { CapacityRow, CapacityView } from '~/domain/capacityView';
import { Button } from '../../../components/Button';
import { LongTable, type RowSpan } from '../../../components/LongTable';
import { StatusMark } from '../../../components/StatusMark';
import { Table } from '../../../components/Table';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';

const FULL = 1;
/** Use of capacity from which it is tight (allocation.md §4.5 names 70 to 90 %). */
const TIGHT = 0.9;

/** Sellers by what is asked beyond what they can carry; one opens its months. */
export function CapacityRows(props: { view: CapacityView }) {
  const { t, format } = useText();
  const money = useMoney();
  const [span, setSpan] = createSignal<RowSpan>({ first: 0, count: 60 });
  const [shown, setShown] = createSignal<number | null>(null);
  const open = createMemo(() => props.view.rows.find(({ seller }) => seller === shown()) ?? null);
  const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
  /** Known customers alone are no limit: what is beyond them is new business, of which nobody knows the pace. */
  const isPartial = () => props.view.productivity.used === null;
  const status = (load: number | null) =>
    load === null ? null : load > FULL ? (isPartial() ? null : 'bad') : load > TIGHT ? 'watch' : 'good';
  const state = (load: number | null) => status(load) ?? (load === null ? 'none' : 'fresh');
  return (
    <>
      <LongTable<CapacityRow>
        label={t('capacity.table')}
        rows={props.view.rows.slice(span().first, span().first + span().count)}
        first={span().first}
        matching={props.view.rows.length}
        onLook={setSpan}
        chosen={({ seller }) => seller === shown()}
        none={t('capacity.none')}
        columns={[
          {
            id: 'name',
            head: t('capacity.seller'),
            rowHead: true,
            cell: (row) => (
              <Button
                look="link"
                aria-expanded={row.seller === shown()}
                onClick={() => setShown(row.seller === shown() ? null : row.seller)}
              >
                {row.name}
              </Button>
            ),
          },
          { id: 'base', head: t('capacity.base'), number: true, cell: (row) => money.show(sum(row.base)) },
          {
            id: 'takenOver',
            head: t('capacity.takenOver'),
            number: true,
            cell: (row) => (sum(row.takenOver) === 0 ? '' : money.show(sum(row.takenOver))),
          },
          {
            id: 'fresh',
            head: t('capacity.fresh'),
            number: true,
            cell: (row) => (isPartial() ? '–' : money.show(sum(row.fresh))),
          },
          {
            id: 'ramp',
            head: t('capacity.ramp'),
            number: true,
            cell: (row) =>
              row.ramp.first === row.ramp.last
                ? format().percent(row.ramp.last, 0)
                : format().interval(format().percent(row.ramp.first, 0), format().percent(row.ramp.last, 0)),
          },
          {
            id: 'leave',
            head: t('capacity.leave'),
            number: true,
            cell: (row) => (row.leaveDays === 0 ? '' : format().count(row.leaveDays)),
          },
          {
            id: 'capacity',
            head: t('capacity.capacity'),
            number: true,
            cell: (row) => <b>{money.show(row.capacity)}</b>,
          },
          { id: 'asked', head: t('capacity.asked'), number: true, cell: (row) => money.show(row.asked) },
          { id: 'load', head: t('capacity.load'), number: true, cell: (row) => format().percent(row.load, 0) },
          {
            id: 'state',
            head: t('capacity.state'),
            cell: (row) => <StatusMark status={status(row.load)} word={t(`capacity.states.${state(row.load)}`)} />,
          },
        ]}
      />
      <Show when={open()}>{(row) => <Months row={row()} periods={props.view.periods} isPartial={isPartial()} />}</Show>
    </>
  );
}

function Months(props: { row: CapacityRow; periods: readonly string[]; isPartial: boolean }) {
  const { t, format } = useText();
  const money = useMoney();
  const months = () => props.periods.map((period, p) => ({ period, p }));
  const capacity = (p: number) => props.row.base[p] + props.row.takenOver[p] + props.row.fresh[p];
  return (
    <section class="capacity__months">
      <h3 class="type-section">{t('capacity.months', { name: props.row.name })}</h3>
      <Table<{ period: string; p: number }>
        label={t('capacity.months', { name: props.row.name })}
        rows={months()}
        columns={[
          { id: 'month', head: t('capacity.month'), rowHead: true, cell: ({ period }) => format().month(period) },
          { id: 'base', head: t('capacity.base'), number: true, cell: ({ p }) => money.show(props.row.base[p]) },
          {
            id: 'takenOver',
            head: t('capacity.takenOver'),
            number: true,
            cell: ({ p }) => money.show(props.row.takenOver[p]),
          },
          {
            id: 'fresh',
            head: t('capacity.fresh'),
            number: true,
            cell: ({ p }) => (props.isPartial ? '–' : money.show(props.row.fresh[p])),
          },
          {
            id: 'capacity',
            head: t('capacity.capacity'),
            number: true,
            cell: ({ p }) => <b>{money.show(capacity(p))}</b>,
          },
          { id: 'asked', head: t('capacity.asked'), number: true, cell: ({ p }) => money.show(props.row.target[p]) },
        ]}
      />
    </section>
  );
}
