import { For } from 'solid-js';
import { useApp } from '~/state/app';
import { Dialog } from '../components/Dialog';
import { useText } from '../components/TextProvider';
import { KEY_GROUPS, SHOWN_KEYS } from '../grid/shownKeys';
import { keysText, onMac } from './keysText';
import './palette.css';
import { useActions } from './useActions';

interface Line {
  label: string;
  keys: readonly string[];
}

/** All keys there are, from the tables that bind them. */
export function ShortcutSheet() {
  const app = useApp();
  const { t } = useText();
  const actions = useActions();
  const pageLines = (): Line[] => [
    ...actions.all
      .filter((action) => action.shortcuts.length > 0)
      .map((action) => ({ label: actions.label(action.id), keys: action.shortcuts })),
    { label: t('palette.key.regions'), keys: ['F6', 'Shift+F6'] },
    { label: t('palette.key.questionMark'), keys: ['?'] },
  ];
  const groups = (): { title: string; lines: Line[] }[] => [
    ...KEY_GROUPS.map((group) => ({
      title: t(`palette.gridKeys.${group}`),
      lines: SHOWN_KEYS.filter((line) => line.group === group).map(({ label, keys }) => ({
        label: t.find(label) ?? '',
        keys,
      })),
    })),
    { title: t('palette.pageKeys'), lines: pageLines() },
  ];
  return (
    <Dialog
      wide
      open={app.panel() === 'shortcuts'}
      onClose={() => app.setPanel(null)}
      title={t('palette.shortcuts')}
      lead={t('palette.shortcutsLead')}
    >
      <div class="keys">
        <For each={groups()}>
          {(group) => (
            <section class="keys__group">
              <h3>{group.title}</h3>
              <dl class="keys__list">
                <For each={group.lines}>
                  {(line) => (
                    <div class="keys__line">
                      <dt>{line.label}</dt>
                      <dd>
                        <For each={line.keys}>{(key) => <kbd class="keys__key">{keysText(key, onMac())}</kbd>}</For>
                      </dd>
                    </div>
                  )}
                </For>
              </dl>
            </section>
          )}
        </For>
      </div>
    </Dialog>
  );
}
