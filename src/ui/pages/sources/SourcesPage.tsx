import Shield from 'lucide-solid/icons/shield';
import { Show } from 'solid-js';
import { useText } from '../../components/TextProvider';
import { createSources } from './createSources';
import { ImportTable } from './ImportTable';
import { KeyPart } from './KeyPart';
import { LookPart } from './LookPart';
import { MemberTable } from './MemberTable';
import { StoragePart } from './StoragePart';
import './sources.css';

/** Data and settings: what came in at the left, where it is kept and how it looks at the right. */
export function SourcesPage() {
  const { t } = useText();
  const state = createSources();
  return (
    <Show when={state.view()} fallback={<div class="sources" aria-busy="true" />}>
      {(view) => (
        <div class="sources">
          <div class="sources__part">
            <ImportTable imports={view().imports} />
            <MemberTable members={view().members} />
            <KeyPart />
          </div>
          <div class="sources__part sources__part--side">
            <p class="sources__privacy">
              <Shield size={16} class="icon" aria-hidden="true" />
              <span>{t('sources.privacy')}</span>
            </p>
            <StoragePart view={view()} onAsked={() => state.refresh()} />
            <LookPart />
          </div>
        </div>
      )}
    </Show>
  );
}
