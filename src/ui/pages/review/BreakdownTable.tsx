import { createMemo, For, Show } from 'solid-js';
import type { KpiCard, KpiView } from '~/domain/view';
import { dimensionName } from '../../components/dimensionName';
import { Section } from '../../components/Section';
import { useText } from '../../components/TextProvider';
import { mostMisses } from './boardFinding';
import type { ReviewState, Step } from './createReview';
import { useKpiWords } from './useKpiWords';

export interface BreakdownTableProps {
  breakdown: NonNullable<KpiView['breakdown']>;
  state: ReviewState;
}

/** The same KPIs for the members one level below. No fill is good news: only risk and misses are coloured. */
export function BreakdownTable(props: BreakdownTableProps) {
  const { t } = useText();
  const words = useKpiWords();
  const noun = () => dimensionName(t, props.breakdown.dimension);
  const heads = () => props.breakdown.rows[0]?.cards ?? [];
  const worst = createMemo(() => mostMisses(props.breakdown.rows));
  const finding = () => {
    const found = worst();
    if (found) return t('kpi.breakdownWorst', { name: found.label, n: found.misses, of: found.of });
    const isJudged = props.breakdown.rows.some(({ cards }) => cards.some(({ status }) => status !== null));
    return t(isJudged ? 'kpi.breakdownFine' : 'kpi.breakdownOpen', { dimension: noun() });
  };
  const down = (row: Step) => props.state.goTo([...props.state.path(), { label: row.label, at: row.at }]);
  return (
    <Section finding={finding()} caption={`${t('kpi.breakdown', { dimension: noun() })} · ${t('kpi.noFill')}`}>
      <div class="breakdown">
        <table class="table breakdown__table">
          <caption class="unseen">{t('kpi.breakdown', { dimension: noun() })}</caption>
          <thead>
            <tr>
              <th scope="col">{noun()}</th>
              <For each={heads()}>
                {(card) => (
                  <th scope="col" class="number">
                    {words.head(card)}
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={props.breakdown.rows}>
              {(row) => (
                <tr>
                  <th scope="row">
                    <button type="button" class="breakdown__down" onClick={() => down(row)}>
                      {row.label}
                    </button>
                  </th>
                  <For each={row.cards}>{(card) => <Cell card={card} />}</For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
      <p class="breakdown__legend">
        <span>
          <i class="breakdown__key breakdown__key--watch" aria-hidden="true" /> {t('kpi.status.watch')}
        </span>
        <span>
          <i class="breakdown__key breakdown__key--bad" aria-hidden="true" /> ▼ {t('kpi.status.bad')}
        </span>
      </p>
    </Section>
  );
}

function Cell(props: { card: KpiCard }) {
  const { t } = useText();
  const words = useKpiWords();
  const isUnseen = () => props.card.value === null;
  const why = () => (props.card.reason ? (t.find(`kpi.reason.${props.card.reason}`) ?? undefined) : undefined);
  return (
    <td
      class="number"
      classList={{
        'breakdown__cell--watch': props.card.status === 'watch',
        'breakdown__cell--bad': props.card.status === 'bad',
        faint: isUnseen(),
      }}
      title={why()}
    >
      <Show when={props.card.status === 'bad'}>
        <span class="breakdown__glyph" aria-hidden="true">
          ▼
        </span>
      </Show>
      {words.cell(props.card)}
      <Show when={props.card.status === 'bad' || props.card.status === 'watch'}>
        <span class="unseen"> {words.status(props.card)}</span>
      </Show>
      <Show when={isUnseen()}>
        <span class="unseen"> {why()}</span>
      </Show>
    </td>
  );
}
