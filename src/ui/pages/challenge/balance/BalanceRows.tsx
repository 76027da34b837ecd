import { createSignal } from 'solid-js';
import type { BalanceRow, BalanceView } from '~/domain/balanceView';
import { LongTable, type RowSpan } from '../../../components/LongTable';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';

/** Who is asked what now and then, and how hard that is. */
export function BalanceRows(props: { view: BalanceView }) {
  const { t, format } = useText();
  const money = useMoney();
  const [span, setSpan] = createSignal<RowSpan>({ first: 0, count: 60 });
  const finding = () => {
    const { level, cells } = props.view;
    if (cells.length === 0) return t('balance.findingEven');
    if (level === null) return t('balance.findingBound');
    return level <= 1 &&
      props.view.rows.some(({ chance }) => chance.after !== null && Math.abs(chance.after - level) < 0.02)
      ? t('balance.findingChance', { chance: format().probability(level) })
      : t('balance.findingStretch', { stretch: format().percent(level) });
  };
  const moved = (row: BalanceRow) =>
    row.proposed === null || row.now === null || row.proposed === row.now
      ? ''
      : `${row.proposed > row.now ? '+' : ''}${money.show(row.proposed - row.now)}`;
  return (
    <section class="balance__rows">
      <h2 class="type-section">{finding()}</h2>
      <p class="type-caption">{t('balance.caption', { unit: money.label() })}</p>
      <LongTable<BalanceRow>
        label={t('balance.table')}
        rows={props.view.rows.slice(span().first, span().first + span().count)}
        first={span().first}
        matching={props.view.rows.length}
        onLook={setSpan}
        none={t('balance.none')}
        columns={[
          {
            id: 'name',
            head: t('challenge.column.node'),
            rowHead: true,
            cell: (row) => row.label || t('words.unassigned'),
          },
          { id: 'now', head: t('balance.now'), number: true, cell: (row) => money.show(row.now) },
          {
            id: 'expected',
            head: t('balance.expected'),
            number: true,
            cell: (row) => (
              <span class="forecast-text" title={row.expectedFrom ? t(`balance.from.${row.expectedFrom}`) : undefined}>
                {money.show(row.expected)}
              </span>
            ),
          },
          {
            id: 'difficulty',
            head: t('balance.difficulty'),
            number: true,
            cell: (row) => format().percent(row.difficulty.now, 0),
          },
          {
            id: 'chance',
            head: t('balance.chance'),
            number: true,
            cell: (row) => (row.chance.now === null ? '–' : format().probability(row.chance.now)),
          },
          {
            id: 'proposed',
            head: t('balance.proposed'),
            number: true,
            cell: (row) => <b>{money.show(row.proposed)}</b>,
          },
          {
            id: 'change',
            head: t('balance.change'),
            number: true,
            cell: (row) => <span class="quiet">{moved(row)}</span>,
          },
          {
            id: 'after',
            head: t('balance.difficultyAfter'),
            number: true,
            cell: (row) => format().percent(row.difficulty.after, 0),
          },
          {
            id: 'chanceAfter',
            head: t('balance.chanceAfter'),
            number: true,
            cell: (row) => (row.chance.after === null ? '–' : format().probability(row.chance.after)),
          },
          {
            id: 'bound',
            head: t('balance.bound'),
            cell: (row) =>
              row.bound ? t(`balance.bounds.${row.bound}`) : row.held === 'some' ? t('balance.partlyHeld') : '',
          },
        ]}
      />
    </section>
  );
}
