import Download from 'lucide-solid/icons/download';
import { createSignal, Show } from 'solid-js';
import type { SourceView } from '~/domain/view';
import { Button } from '../../components/Button';
import { Progress } from '../../components/Progress';
import { Section } from '../../components/Section';
import { useText } from '../../components/TextProvider';
import { useActions } from '../../shell/useActions';
import { type AskOutcome, askPersistence, persistenceKey, usedShare } from './storageState';

export interface StoragePartProps {
  view: SourceView;
  onAsked: () => void;
}

/** Where the data is, how much room it takes, and whether the browser promised to keep it: all in words. */
export function StoragePart(props: StoragePartProps) {
  const { t, format } = useText();
  const actions = useActions();
  const [outcome, setOutcome] = createSignal<AskOutcome | null>(null);
  const storage = () => props.view.storage;
  const finding = () => {
    const { used, quota } = storage();
    if (used === null) return t('sources.usedUnknown');
    const shown = format().bytes(used);
    return quota === null
      ? t('sources.usedOnly', { used: shown })
      : t('sources.used', { used: shown, quota: format().bytes(quota) });
  };
  const ask = async () => {
    setOutcome(await askPersistence(navigator.storage));
    props.onAsked();
  };
  return (
    <Section finding={finding()} caption={t('sources.entries', { n: props.view.entries })}>
      <Show when={usedShare(storage()) !== null}>
        <Progress label={finding()} done={usedShare(storage()) ?? 0} total={1} />
      </Show>
      <p role="status">
        <Show when={outcome()} fallback={t(`sources.${persistenceKey(storage())}`)}>
          {(said) => <>{t(`sources.asked.${said()}`)}</>}
        </Show>
      </p>
      <div class="sources__acts">
        <Show when={storage().persisted !== true}>
          <Button onClick={() => void ask()}>{t('sources.askPersistence')}</Button>
        </Show>
        <Button icon={Download} onClick={() => actions.run('rescue')}>
          {t('sources.copy')}
        </Button>
      </div>
      <p class="type-caption">{t('sources.copyHint')}</p>
    </Section>
  );
}
