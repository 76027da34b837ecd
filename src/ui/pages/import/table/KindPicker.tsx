import { For, Show } from 'solid-js';
import type { TableChoice } from '~/domain/packView';
import { SOURCE_KINDS, type SourceKind } from '~/domain/source';
import { Select } from '../../../components/Select';
import { useText } from '../../../components/TextProvider';
import { roleOf, type TableRole, withKind } from '../choiceEdits';
import type { PackDraft } from '../packDraft';
import { useKindWords } from '../useKindWords';

const NONE = '\u0000none';

/** What the table is: one kind, several at once, a look-up for the orders, or nothing. */
export function KindPicker(props: { draft: PackDraft; choice: TableChoice }) {
  const { t } = useText();
  const words = useKindWords();
  const role = () => roleOf(props.choice);
  const roles = (): { value: TableRole; label: string }[] => [
    ...SOURCE_KINDS.map((kind) => ({ value: kind, label: words.kind(kind) })),
    { value: 'lookup', label: t('pack.role.lookup') },
    { value: 'ignored', label: t('pack.role.ignored') },
  ];
  const more = () => props.choice.kinds.slice(1);
  const free = () => SOURCE_KINDS.filter((kind) => !props.choice.kinds.includes(kind));
  const set = (choice: TableChoice) => void props.draft.propose(choice);
  return (
    <div class="kind-picker">
      <Select<TableRole>
        label={t('pack.is')}
        value={role()}
        options={roles()}
        onChange={(next) => void props.draft.setRole(props.choice.table, next)}
      />
      <Show when={props.choice.kinds.length > 0}>
        <Select<string>
          label={t('pack.alsoIs')}
          value={NONE}
          options={[
            { value: NONE, label: t('pack.nothingMore') },
            ...free().map((kind) => ({ value: kind as string, label: words.kind(kind) })),
          ]}
          onChange={(kind) => {
            const known = SOURCE_KINDS.find((one) => one === kind);
            if (known) set(withKind(props.choice, known, true));
          }}
        />
      </Show>
      <Show when={more().length > 0}>
        <div class="kind-picker__more">
          <For each={more()}>
            {(kind: SourceKind) => (
              <label class="choice-line">
                <input type="checkbox" checked onChange={() => set(withKind(props.choice, kind, false))} />
                {words.kind(kind)}
              </label>
            )}
          </For>
        </div>
      </Show>
    </div>
  );
}
