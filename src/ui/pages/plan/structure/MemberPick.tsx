import { createEffect, createSignal, createUniqueId, For, on, Show } from 'solid-js';
import type { DimensionId, MemberCode } from '~/domain/dimension';
import type { MemberHit } from '~/domain/view';
import { useApp } from '~/state/app';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';

export interface MemberPickProps {
  label: string;
  dimension: DimensionId;
  value: MemberCode | null;
  /** Offers the top of the tree, or *unassigned*, under this name. */
  none?: string;
  /** Only members that fit. */
  allow?(hit: MemberHit): boolean;
  onChange(code: MemberCode): void;
}

/** One member of a dimension, found by its name. */
export function MemberPick(props: MemberPickProps) {
  const app = useApp();
  const { t } = useText();
  const name = createUniqueId();
  const [search, setSearch] = createSignal('');
  const [hits, setHits] = createSignal<readonly MemberHit[]>([]);
  let turn = 0;
  createEffect(
    on([search, () => props.dimension], async ([words, dimension]) => {
      const mine = ++turn;
      const found = await app.attempt(app.host.members({ search: words, dimension }));
      if (mine === turn && found) setHits(found);
    }),
  );
  const shown = () => hits().filter((hit) => props.allow?.(hit) ?? true);
  return (
    <div class="member-pick">
      <TextField label={props.label} hint={t('pivot.filterSearch')} value={search()} onInput={setSearch} />
      <div class="member-pick__list" role="radiogroup" aria-label={props.label}>
        <Show when={props.none !== undefined && search() === ''}>
          <label class="plan-filter__member">
            <input type="radio" name={name} checked={props.value === 0} onChange={() => props.onChange(0)} />
            <span>{props.none}</span>
          </label>
        </Show>
        <For each={shown()}>
          {(hit) => (
            <label class="plan-filter__member">
              <input
                type="radio"
                name={name}
                checked={props.value === hit.code}
                onChange={() => props.onChange(hit.code)}
              />
              <span>{hit.name}</span>
              <Show when={hit.above}>
                <span class="faint">{hit.above}</span>
              </Show>
            </label>
          )}
        </For>
      </div>
    </div>
  );
}
