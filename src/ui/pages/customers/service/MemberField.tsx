import { createEffect, createSignal, createUniqueId, For, on } from 'solid-js';
import type { DimensionId, MemberCode } from '~/domain/dimension';
import type { MemberHit } from '~/domain/view';
import { useApp } from '~/state/app';
import { Field } from '../../../components/Field';

export interface MemberFieldProps {
  label: string;
  hint?: string;
  dimension: DimensionId;
  /** The name it starts with. */
  name: string;
  /** The member whose whole name stands in the field; null while there is none. */
  onMember: (code: MemberCode | null) => void;
}

/** One member, typed by name with proposals; pinyin finds too. */
export function MemberField(props: MemberFieldProps) {
  const app = useApp();
  const list = createUniqueId();
  const [text, setText] = createSignal('');
  const [hits, setHits] = createSignal<readonly MemberHit[]>([]);
  let turn = 0;
  createEffect(
    on(
      () => props.name,
      (name) => setText(name),
    ),
  );
  createEffect(
    on([text, () => props.dimension], async ([search, dimension]) => {
      const mine = ++turn;
      const found = await app.attempt(app.host.members({ search, dimension, leaves: true }));
      if (mine !== turn || !found) return;
      setHits(found);
      settle(search, found);
    }),
  );
  /** A whole name is a choice; one hit alone is not, as long as somebody is still typing. */
  const settle = (search: string, found: readonly MemberHit[]) => {
    if (search === props.name && search !== '') return;
    props.onMember(found.find(({ name }) => name === search.trim())?.code ?? null);
  };
  return (
    <Field label={props.label} hint={props.hint}>
      {(control) => (
        <>
          <input
            {...control}
            class="input"
            type="text"
            autocomplete="off"
            list={list}
            value={text()}
            onInput={(event) => setText(event.currentTarget.value)}
          />
          <datalist id={list}>
            <For each={hits()}>{(hit) => <option value={hit.name}>{hit.above ?? ''}</option>}</For>
          </datalist>
        </>
      )}
    </Field>
  );
}
