import { createResource, createSignal, For, Show } from 'solid-js';
import { useApp } from '~/state/app';
import { SearchField } from '../../../components/SearchField';
import { useText } from '../../../components/TextProvider';
import { DealerSheet } from './DealerSheet';
import type { PricePartProps } from './pricePart';

/** One dealer, found by name, on one page to print and talk over. */
export function DealerPart(_props: PricePartProps) {
  const app = useApp();
  const { t } = useText();
  const [words, setWords] = createSignal('');
  const [found] = createResource(words, async (search) => {
    const hits =
      search.trim() === '' ? [] : await app.attempt(app.host.members({ search, dimension: 'customer', leaves: true }));
    return (hits ?? []).slice(0, 12);
  });
  const code = () => {
    const text = app.route().params.dealer;
    return text === undefined ? null : Number(text);
  };
  const asked = () => {
    const one = code();
    return one === null ? null : { code: one, revision: `${app.status().workspace?.id}/${app.status().revision}` };
  };
  const [sheet] = createResource(asked, ({ code: one }) => app.attempt(app.host.dealer(one)));
  return (
    <div class="dealer">
      <div class="prices__tools">
        <SearchField label={t('price.dealerPick')} value={words()} onSearch={setWords} />
      </div>
      <Show when={words() !== '' && (found.latest ?? []).length > 0}>
        <ul class="dealer__hits" aria-label={t('price.customerFound')}>
          <For each={found.latest}>
            {(hit) => (
              <li>
                <button
                  type="button"
                  class="button button--link"
                  onClick={() => {
                    app.setParams({ dealer: String(hit.code) });
                    setWords('');
                  }}
                >
                  {hit.name}
                </button>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={code() !== null && sheet.latest} fallback={<p class="type-lead">{t('price.dealerNone')}</p>}>
        {(view) => <DealerSheet view={view()} />}
      </Show>
    </div>
  );
}
