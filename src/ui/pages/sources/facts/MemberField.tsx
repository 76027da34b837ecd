import { createEffect, createSignal, createUniqueId, For, on } from 'solid-js';
import { type DimensionId, foldKey, type MemberCode } from '~/domain/dimension';
import { useApp } from '~/state/app';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';

export interface MemberFieldProps {
  label: string;
  dimension: DimensionId;
  /** What stands in the field. */
  text: string;
  required: boolean;
  error: string | null;
  /** The code is null while the text names nobody. */
  onChange: (text: string, code: MemberCode | null) => void;
}

const PAUSE_MS = 120;

/** A member by name: typing offers those it may be; only one that is known can be taken. */
export function MemberField(props: MemberFieldProps) {
  const app = useApp();
  const { t } = useText();
  const list = createUniqueId();
  const [names, setNames] = createSignal<string[]>([]);
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = async (text: string) => {
    const mine = ++turn;
    const hits = await app.attempt(app.host.members({ search: text, dimension: props.dimension }));
    if (mine !== turn || !hits) return;
    setNames(hits.map(({ name }) => name));
    const found = hits.find(({ name }) => foldKey(name) === foldKey(text));
    props.onChange(text, text.trim() === '' ? null : (found?.code ?? null));
  };
  createEffect(
    on(
      () => props.dimension,
      () => void ask(props.text),
    ),
  );
  return (
    <>
      <TextField
        label={props.label}
        value={props.text}
        list={list}
        aria-required={props.required}
        error={props.error}
        onInput={(text) => {
          props.onChange(text, null);
          clearTimeout(timer);
          timer = setTimeout(() => void ask(text), PAUSE_MS);
        }}
      />
      <datalist id={list} aria-label={t('sources.offers', { field: props.label })}>
        <For each={names()}>{(name) => <option value={name} />}</For>
      </datalist>
    </>
  );
}
