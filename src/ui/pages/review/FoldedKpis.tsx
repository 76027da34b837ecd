import ChevronRight from 'lucide-solid/icons/chevron-right';
import { For } from 'solid-js';
import type { KpiCard } from '~/domain/view';
import { useText } from '../../components/TextProvider';
import { useKpiWords } from './useKpiWords';

/** KPIs that wait for a source: one line until somebody looks, then what each of them needs. */
export function FoldedKpis(props: { cards: KpiCard[] }) {
  const { t, format } = useText();
  const words = useKpiWords();
  const needs = (card: KpiCard) =>
    t('kpi.needs', {
      sources: format().list(card.missing.map((source) => t.find(`kpi.source.${source}`) ?? source)),
    });
  return (
    <details class="folded">
      <summary class="folded__head">
        <ChevronRight size={14} class="icon folded__arrow" aria-hidden="true" />
        <span class="strong">{t('kpi.folded', { n: props.cards.length })}</span>
        <span class="faint">{t('kpi.foldedHint')}</span>
      </summary>
      <ul class="folded__list">
        <For each={props.cards}>
          {(card) => (
            <li class="folded__item">
              <span>{words.name(card)}</span>
              <span class="faint">{needs(card)}</span>
            </li>
          )}
        </For>
      </ul>
    </details>
  );
}
