import ListFilter from 'lucide-solid/icons/list-filter';
import { createEffect, createSignal, For, on, Show } from 'solid-js';
import type { DimensionId, MemberCode } from '~/domain/dimension';
import type { MemberHit } from '~/domain/view';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Popover } from '../../../components/Popover';
import { Select } from '../../../components/Select';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';
import { usePlanSheet } from '../createPlanSheet';

/** Only some members of a dimension: what is not shown does not count and is not moved by an edit. */
export function FilterMenu() {
  const app = useApp();
  const { t } = useText();
  const sheet = usePlanSheet();
  const [open, setOpen] = createSignal(false);
  const [dimension, setDimension] = createSignal<DimensionId>(sheet.state.view().dimensions[0]);
  const [search, setSearch] = createSignal('');
  const [hits, setHits] = createSignal<readonly MemberHit[]>([]);
  let turn = 0;

  const filters = () => sheet.state.view().filters;
  const chosen = (): readonly MemberCode[] =>
    filters().find((filter) => filter.dimension === dimension())?.members ?? [];
  createEffect(
    on([open, dimension, search], async ([isOpen, asked, words]) => {
      if (!isOpen) return;
      const mine = ++turn;
      const found = await app.attempt(app.host.members({ search: words, dimension: asked }));
      if (mine === turn && found) setHits(found);
    }),
  );
  const put = (members: readonly MemberCode[]) => {
    const others = filters().filter((filter) => filter.dimension !== dimension());
    sheet.state.change({
      filters: members.length === 0 ? others : [...others, { dimension: dimension(), members: [...members] }],
    });
  };
  const toggle = (code: MemberCode) =>
    put(chosen().includes(code) ? chosen().filter((one) => one !== code) : [...chosen(), code]);
  const count = () => filters().reduce((all, { members }) => all + members.length, 0);

  return (
    <Popover
      title={t('pivot.filterTitle')}
      triggerClass="button button--quiet plan-filter"
      open={open()}
      onOpen={setOpen}
      trigger={
        <>
          <ListFilter size={14} aria-hidden="true" />
          <span classList={{ 'plan-quiet': count() === 0 }}>
            {count() === 0 ? t('pivot.filter') : t('pivot.filtered', { n: count() })}
          </span>
        </>
      }
    >
      <div class="plan-filter__body">
        <Select<DimensionId>
          label={t('words.dimension')}
          value={dimension()}
          options={(app.status().plan?.dimensions ?? []).map((id) => ({ value: id, label: sheet.nameOf(id) }))}
          onChange={setDimension}
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
          blocked={count() === 0 ? t('pivot.filterNone') : null}
          onClick={() => sheet.state.change({ filters: [] })}
        >
          {t('pivot.filterClear')}
        </Button>
      </div>
    </Popover>
  );
}
