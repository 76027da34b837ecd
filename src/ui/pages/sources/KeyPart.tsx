import { For } from 'solid-js';
import { Section } from '../../components/Section';
import { useText } from '../../components/TextProvider';
import { keysText } from '../../shell/keysText';
import { useActions } from '../../shell/useActions';
import { GRID_KEYS } from './gridKeys';

interface KeyRow {
  label: string;
  keys: readonly string[];
}

/** Every key that does something, from the same table that binds them; those of the sheet below. */
export function KeyPart() {
  const { t } = useText();
  const actions = useActions();
  const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
  const everywhere = (): KeyRow[] => [
    ...actions.all
      .filter((action) => action.shortcuts.length > 0)
      .map((action) => ({ label: actions.label(action.id), keys: action.shortcuts })),
    { label: t('action.nextRegion'), keys: ['F6'] },
    { label: t('action.previousRegion'), keys: ['Shift+F6'] },
  ];
  const inSheet = (): KeyRow[] => GRID_KEYS.map(({ id, keys }) => ({ label: t(`sources.key.${id}`), keys }));
  return (
    <Section finding={t('sources.keys')}>
      <div class="keys">
        <KeyList title={t('sources.keysEverywhere')} rows={everywhere()} isMac={isMac} />
        <KeyList title={t('sources.keysSheet')} rows={inSheet()} isMac={isMac} />
      </div>
    </Section>
  );
}

function KeyList(props: { title: string; rows: KeyRow[]; isMac: boolean }) {
  return (
    <div>
      <h3 class="keys__title">{props.title}</h3>
      <dl>
        <For each={props.rows}>
          {(row) => (
            <div class="keys__row">
              <dt>{row.label}</dt>
              <dd>
                <For each={row.keys}>{(keys) => <kbd class="keys__key">{keysText(keys, props.isMac)}</kbd>}</For>
              </dd>
            </div>
          )}
        </For>
      </dl>
    </div>
  );
}
