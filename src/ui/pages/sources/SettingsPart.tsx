import { Show } from 'solid-js';
import { createSources } from './createSources';
import { KeyPart } from './KeyPart';
import { LookPart } from './LookPart';
import { StoragePart } from './StoragePart';

/** Keys at the left; where everything is kept and how it looks at the right. */
export function SettingsPart() {
  const state = createSources();
  return (
    <div class="sources" aria-busy={state.view() === null}>
      <div class="sources__part">
        <KeyPart />
      </div>
      <div class="sources__part sources__part--side">
        <Show when={state.view()}>{(view) => <StoragePart view={view()} onAsked={() => state.refresh()} />}</Show>
        <LookPart />
      </div>
    </div>
  );
}
