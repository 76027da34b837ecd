import { type Accessor, createSignal, onCleanup } from 'solid-js';
import { readTokens, type Tokens } from '../style/tokens';

/** The colours that hold now. Told right after the theme is written and before the next frame, so nothing flickers. */
export function createTokens(): Accessor<Tokens> {
  const [tokens, setTokens] = createSignal(readTokens());
  const observer = new MutationObserver(() => setTokens(readTokens()));
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  onCleanup(() => observer.disconnect());
  return tokens;
}
