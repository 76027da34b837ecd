import { createResource, type JSX, Show } from 'solid-js';
import { useText } from './TextProvider';

/** For what speaks with more than the words of the first screen: waits for the others, and fails as a page does. */
export function WithAllTexts(props: { children: JSX.Element }) {
  const { whole, finish } = useText();
  const [come] = createResource(async () => {
    await finish();
    return true;
  });
  return <Show when={whole() || come()}>{props.children}</Show>;
}
