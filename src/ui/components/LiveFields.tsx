import { type JSX, Show } from 'solid-js';

export interface LiveFieldsProps {
  /** Why nothing can be changed now, else null. */
  blocked: string | null;
  children: JSX.Element;
}

/** Fields that take effect as they are typed, without a button that could refuse: where nothing can be changed they stand still. */
export function LiveFields(props: LiveFieldsProps) {
  return (
    <>
      <Show when={props.blocked}>
        <p class="type-caption">{props.blocked}</p>
      </Show>
      <fieldset class="live-fields" disabled={props.blocked !== null}>
        {props.children}
      </fieldset>
    </>
  );
}
