import Shield from 'lucide-solid/icons/shield';
import { Show } from 'solid-js';
import { useText } from '../../components/TextProvider';
import { createSources } from './createSources';
import { ImportTable } from './ImportTable';
import { MemberTable } from './MemberTable';

/** Every import with what it brought, and the members that came with them. */
export function ImportsPart() {
  const { t } = useText();
  const state = createSources();
  return (
    <div class="sources__part" aria-busy={state.view() === null}>
      <Show when={state.view()}>
        {(view) => (
          <>
            <ImportTable imports={view().imports} facts={view().facts} />
            <MemberTable members={view().members} />
            <p class="sources__privacy">
              <Shield size={16} class="icon" aria-hidden="true" />
              <span>{t('sources.privacy')}</span>
            </p>
          </>
        )}
      </Show>
    </div>
  );
}
