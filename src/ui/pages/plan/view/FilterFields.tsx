import { createEffect, createSignal, For, on, Show } from 'solid-js';
import type { DimensionId, MemberCode } from '~/domain/dimension';
import type { MemberHit } from '~/domain/view';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Select } from '../../../components/Select';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';
import { usePlanSheet } from '../createPlanSheet';

export interface FilterFieldsProps {
  dimension: DimensionId;
  onDimension(dimension: DimensionId): void;
}

/** Members of one dimension, to be ticked; searched by name, pinyin or code. */
export function FilterFields(props: FilterFieldsProps) {
  const app = useApp();
  const { t } = useText();
  const sheet = usePlanSheet();
  const [search, setSearch] = createSignal('');
  const [hits, setHits] = createSignal<readonly MemberHit[]>([]);
  let turn = 0;

  const filters = () => sheet.state.view().filters;
  const chosen = (): readonly MemberCode[] =>
    filters().find((filter) => filter.dimension === props.dimension)?.members ?? [];
  createEffect(
    on([() => props.dimension, search], async ([asked, words]) => {
      const mine = ++turn;
      const found = await app.attempt(app.host.members({ search: words, dimension: asked }));
      if (mine === turn && found) setHits(found);
    }),
  );
  const put = (members: readonly MemberCode[]) => {
    const others = filters().filter((filter) => filter.dimension !== props.dimension);
    sheet.state.change({
      filters: members.length === 0 ? others : [...others, { dimension: props.dimension, members: [...members] }],
    });
  };
  const toggle = (code: MemberCode) =>
    put(chosen().includes(code) ? chosen().filter((one) => one !== code) : [...chosen(), code]);

  return (
    <div class="plan-filter__body">
      <Select<DimensionId>
        label={t('words.dimension')}
        value={props.dimension}
        options={(app.status().plan?.dimensions ?? []).map((id) => ({ value: id, label: sheet.nameOf(id) }))}
        onChange={props.onDimension}
      />
      <TextField label={t('pivot.filterSearch')} value={search()} onInput={setSearch} />
      <ul class="plan-filter__list" aria-label={t('pivot.filterTitle')}>
        <For each={hits()}>
          {(hit) => (
            <li>
              <label class="plan-filter__member">
                <input type="checkbox" checked={chosen().includes(hit.code)} onChange={() => toggle(hit.code)} />
                <span>{hit.name}</span>
                <Show when={hit.above}>
                  <span class="faint">{hit.above}</span>
                </Show>
              </label>
            </li>
          )}
        </For>
      </ul>
      <p class="faint">{t('pivot.filterHint')}</p>
      <Button
        look="link"
        blocked={filters().length === 0 ? t('pivot.filterNone') : null}
        onClick={() => sheet.state.change({ filters: [] })}
      >
        {t('pivot.filterClear')}
      </Button>
    </div>
  );
}
