import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import X from 'lucide-solid/icons/x';
import { createSignal, For, Show } from 'solid-js';
import type { CellFix } from '~/domain/packView';
import { Button } from '../../../components/Button';
import { useText } from '../../../components/TextProvider';
import type { ErrorGroup } from './errorGroups';

const FEW = 6;

export interface ErrorGroupsProps {
  groups: readonly ErrorGroup[];
  fixes: readonly CellFix[];
  /** Replaces every cell of the column that says so. */
  onReplace: (fix: { column: string; from: string; to: string }) => void;
  /** Makes the mend of one cell one of all cells of its column that say the same. */
  onWiden: (fix: CellFix) => void;
  onTakeBack: (fix: CellFix) => void;
}

/** The same mistake once, however often it occurs: said in a sentence, mended in one go. What was mended can be taken back. */
export function ErrorGroups(props: ErrorGroupsProps) {
  const { t } = useText();
  const [all, setAll] = createSignal(false);
  const shown = () => (all() ? props.groups : props.groups.slice(0, FEW));
  let section: HTMLElement | undefined;
  return (
    <Show when={props.groups.length > 0 || props.fixes.length > 0}>
      <section
        class="section"
        ref={(element) => {
          section = element;
          element.tabIndex = -1;
        }}
      >
        <Show when={props.groups.length > 0}>
          <h2 class="type-section">{t('pack.groups', { n: props.groups.length })}</h2>
          <ul>
            <For each={shown()}>
              {(group) => (
                <GroupRow
                  group={group}
                  onReplace={(to) => {
                    props.onReplace({ column: group.column, from: group.value, to });
                    // The control that was used goes with its row: whoever works by keys stays in this place.
                    section?.focus();
                  }}
                />
              )}
            </For>
          </ul>
          <Show when={props.groups.length > FEW && !all()}>
            <Button look="link" onClick={() => setAll(true)}>
              {t('import.showAll', { n: props.groups.length })}
            </Button>
          </Show>
        </Show>
        <Show when={props.fixes.length > 0}>
          <h2 class="type-section">{t('pack.mended', { n: props.fixes.length })}</h2>
          <ul class="chips">
            <For each={props.fixes}>
              {(fix) => (
                <FixChip
                  fix={fix}
                  onWiden={() => {
                    props.onWiden(fix);
                    section?.focus();
                  }}
                  onTakeBack={() => props.onTakeBack(fix)}
                />
              )}
            </For>
          </ul>
        </Show>
      </section>
    </Show>
  );
}

function GroupRow(props: { group: ErrorGroup; onReplace: (to: string) => void }) {
  const { t, issueText } = useText();
  const [text, setText] = createSignal(props.group.value);
  const words = () => {
    const { column, value, cells } = props.group;
    return value === '' ? t('pack.groupBlank', { column, n: cells }) : t('pack.group', { column, value, n: cells });
  };
  const blocked = () => (text() === props.group.value ? t('pack.replaceNeeds') : null);
  const replace = () => {
    if (!blocked()) props.onReplace(text());
  };
  return (
    <li class="error-groups__row">
      <div class="error-groups__words">
        <span class="strong">
          <Show when={props.group.reported}>
            <TriangleAlert size={14} class="tone-bad" stroke-width={1.5} aria-hidden="true" />{' '}
          </Show>
          {words()}
        </span>{' '}
        <span class="quiet">{issueText({ ...props.group.issue, place: undefined })}</span>{' '}
        <span class="faint">{t('pack.groupRows', { rows: props.group.rows.join(', ') })}</span>
      </div>
      <div class="error-groups__mend">
        <input
          type="text"
          class="input"
          autocomplete="off"
          aria-label={t('pack.replaceWith', { value: props.group.value, column: props.group.column })}
          value={text()}
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.isComposing) replace();
          }}
        />
        <Button blocked={blocked()} onClick={replace}>
          {t('pack.replaceAll', { n: props.group.cells })}
        </Button>
      </div>
    </li>
  );
}

function FixChip(props: { fix: CellFix; onWiden: () => void; onTakeBack: () => void }) {
  const { t } = useText();
  const words = () => {
    const { fix } = props;
    const blank = t('import.filterEmpty');
    return 'row' in fix
      ? t('pack.fixCell', { row: fix.row, column: fix.column, to: fix.to || blank })
      : t('pack.fixAll', { column: fix.column, from: fix.from || blank, to: fix.to || blank });
  };
  const wide = () => {
    const { fix } = props;
    return 'row' in fix && fix.from ? t('pack.fixWiden', { column: fix.column, from: fix.from, to: fix.to }) : null;
  };
  return (
    <li class="chip">
      {words()}
      <Show when={wide()}>
        {(how) => (
          <Button look="link" label={how()} onClick={() => props.onWiden()}>
            {t('pack.fixWidenShort')}
          </Button>
        )}
      </Show>
      <button
        type="button"
        class="level-list__remove"
        aria-label={t('pack.fixTakeBack', { fix: words() })}
        title={t('pack.fixTakeBack', { fix: words() })}
        onClick={() => props.onTakeBack()}
      >
        <X size={12} aria-hidden="true" />
      </button>
    </li>
  );
}
