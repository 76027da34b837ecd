import { For, Show } from 'solid-js';
import type { KpiCard } from '~/domain/view';
import { StatusMark } from '../../components/StatusMark';
import { useText } from '../../components/TextProvider';
import { attentionOf } from './boardFinding';
import { useKpiWords } from './useKpiWords';

/** What is missed or at risk, worst first; each opens its definition and trend. */
export function AttentionList(props: { cards: KpiCard[]; onOpen: (kpi: string) => void }) {
  const { t } = useText();
  const words = useKpiWords();
  const found = () => attentionOf(props.cards);
  return (
    <section class="attention" aria-labelledby="review-attention">
      <h2 id="review-attention" class="type-section">
        {found().length > 0 ? t('words.needsAttention') : t('kpi.nothingWrong')}
      </h2>
      <Show when={found().length > 0}>
        <ul>
          <For each={found()}>
            {(card) => (
              <li class="attention__item">
                <StatusMark status={card.status} word={words.status(card) ?? ''} />
                <span class="attention__words">
                  <b>
                    {words.name(card)} {words.say(card, card.value)}
                  </b>{' '}
                  <span class="faint">{words.caption(card)}</span>
                </span>
                <button type="button" class="button button--link" onClick={() => props.onOpen(card.id)}>
                  {t('kpi.open')}
                  <span class="unseen"> {words.name(card)}</span>
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
    </section>
  );
}
