import Search from 'lucide-solid/icons/search';
import X from 'lucide-solid/icons/x';
import { createMemo, Show } from 'solid-js';
import type { CustomersView } from '~/domain/view';
import { Segment } from '../../../components/Segment';
import { useText } from '../../../components/TextProvider';
import type { CustomersState } from './createCustomers';
import { useGroupWords } from './GroupList';
import { moveMatrix, type Tier } from './moveMatrix';

type Choice = Tier | 'all';

/** Which customers are listed: by tier, by cell of the matrix, by name. */
export function ListTools(props: { state: CustomersState; view: CustomersView }) {
  const { t, format } = useText();
  const words = useGroupWords();
  const moves = createMemo(() => moveMatrix(props.view));
  const list = () => props.state.list();
  const options = (): { value: Choice; label: string }[] => [
    { value: 'all', label: `${t('customers.all')} ${format().count(props.view.customers)}` },
    ...props.view.tiers.map(({ tier, customers }) => ({ value: tier, label: `${tier} ${format().count(customers)}` })),
  ];
  // A name that is still being composed is no name yet.
  const search = (event: InputEvent & { currentTarget: HTMLInputElement }) => {
    if (!event.isComposing) props.state.show({ ...list(), search: event.currentTarget.value });
  };
  return (
    <div class="list-tools">
      <h2 class="type-section">{t('customers.listTitle')}</h2>
      <Segment<Choice>
        label={t('customers.tier')}
        options={options()}
        value={list().tier ?? 'all'}
        onChange={(tier) => props.state.show({ ...list(), tier: tier === 'all' ? null : tier })}
      />
      <Show when={list().rfm}>
        {(cell) => (
          <button
            type="button"
            class="chip list-tools__cell"
            onClick={() => props.state.show({ ...list(), rfm: null })}
          >
            {t('customers.rfmChip', { r: cell().r, f: cell().f })}
            <X size={12} class="icon" aria-hidden="true" />
            <span class="unseen">{t('customers.clearCell')}</span>
          </button>
        )}
      </Show>
      <Show when={list().group}>
        {(group) => (
          <button
            type="button"
            class="chip list-tools__cell"
            onClick={() => props.state.show({ ...list(), group: null })}
          >
            {words.name(group())}
            <X size={12} class="icon" aria-hidden="true" />
            <span class="unseen">{t('customers.clearCell')}</span>
          </button>
        )}
      </Show>
      <Show when={moves().moves > 0 || list().moved}>
        <Segment<'up' | 'down' | 'all'>
          label={t('customers.moved')}
          options={[
            { value: 'all', label: t('customers.movedAll') },
            { value: 'up', label: t('customers.movedUp', { n: moves().up }) },
            { value: 'down', label: t('customers.movedDown', { n: moves().down }) },
          ]}
          value={list().moved ?? 'all'}
          onChange={(moved) => props.state.show({ ...list(), moved: moved === 'all' ? null : moved })}
        />
      </Show>
      <span class="list-tools__gap" />
      <label class="list-tools__search">
        <Search size={14} class="icon" aria-hidden="true" />
        <span class="unseen">{t('customers.searchLabel')}</span>
        <input
          type="search"
          class="input"
          autocomplete="off"
          placeholder={t('customers.search')}
          value={list().search}
          onInput={search}
          onCompositionEnd={(event) => props.state.show({ ...list(), search: event.currentTarget.value })}
        />
      </label>
    </div>
  );
}
