import { createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js';

/** Builds what is in it in a task of its own: a page of several heavy parts answers between them. */
export function Later(props: { children: JSX.Element }) {
  const [isDue, setDue] = createSignal(false);
  onMount(() => {
    const soon = setTimeout(() => setDue(true));
    onCleanup(() => clearTimeout(soon));
  });
  return <Show when={isDue()}>{props.children}</Show>;
}
