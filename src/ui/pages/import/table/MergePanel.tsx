import { For, Show } from 'solid-js';
import type { TableChoice } from '~/domain/packView';
import type { SourceKind } from '~/domain/source';
import { SOURCES } from '~/domain/sourceTable';
import { useText } from '../../../components/TextProvider';
import { fieldsOf, keyOf, mergeOf, rulesOf, withKeyField, withMerge } from '../choiceEdits';
import type { PackDraft } from '../packDraft';
import { useKindWords } from '../useKindWords';

export interface MergePanelProps {
  draft: PackDraft;
  choice: TableChoice;
  kind: SourceKind;
}

/** What makes two rows the same row, and what happens to one that is there already. */
export function MergePanel(props: MergePanelProps) {
  const { t, format } = useText();
  const words = useKindWords();
  const shape = () => SOURCES[props.kind];
  const candidates = () => {
    const mapped = fieldsOf(props.choice, props.kind);
    const key = keyOf(props.choice, props.kind);
    return shape().fields.filter((field) => field.id in mapped || key.includes(field.id));
  };
  /** Orders and members are told apart by what they are; only facts let a person choose. */
  const isFixed = () => shape().stored !== 'facts';
  const counts = () =>
    props.draft.preview()?.tables.find((one) => one.table === props.choice.table && one.kind === props.kind)?.merge ??
    null;
  const STATES = ['new', 'changed', 'same', 'gone'] as const;
  return (
    <section class="section">
      <div>
        <h2 class="type-section">{t('pack.mergeOf', { kind: words.kind(props.kind) })}</h2>
        <p class="quiet">{t('pack.mergeHow')}</p>
      </div>
      <Show
        when={!isFixed()}
        fallback={
          <p>
            {t('pack.keyFixed', {
              key: format().list(shape().key.map((field) => words.field(props.kind, field))) || '–',
            })}
          </p>
        }
      >
        <fieldset class="merge__key">
          <legend class="field__label">{t('pack.key')}</legend>
          <For each={candidates()}>
            {(field) => (
              <label class="choice-line">
                <input
                  type="checkbox"
                  checked={keyOf(props.choice, props.kind).includes(field.id)}
                  onChange={(event) =>
                    props.draft.change(
                      withKeyField(props.choice, {
                        kind: props.kind,
                        field: field.id,
                        wanted: event.currentTarget.checked,
                      }),
                    )
                  }
                />
                {words.field(props.kind, field.id)}
              </label>
            )}
          </For>
          <Show when={keyOf(props.choice, props.kind).length === 0}>
            <p class="type-caption">{t('pack.keyNone')}</p>
          </Show>
        </fieldset>
      </Show>
      <fieldset class="merge__rules">
        <legend class="field__label">{t('pack.rule')}</legend>
        <For each={rulesOf(props.kind)}>
          {(rule) => (
            <label class="choice-line">
              <input
                type="radio"
                name={`${props.choice.table}/${props.kind}`}
                checked={mergeOf(props.choice, props.kind) === rule}
                onChange={() => props.draft.change(withMerge(props.choice, props.kind, rule))}
              />
              {t(`pack.ruleOf.${rule}`)}
            </label>
          )}
        </For>
        <Show when={shape().stored === 'members'}>
          <p class="type-caption">{t('pack.membersStay')}</p>
        </Show>
      </fieldset>
      <Show when={counts()}>
        {(merge) => (
          <dl class="merge__counts" classList={{ 'preview--stale': props.draft.running() !== null }}>
            <For each={STATES}>
              {(state) => (
                <div class="figure">
                  <dt class="type-caption">{t(`pack.state.${state}`)}</dt>
                  <dd class="figure__value">{format().count(merge()[state])}</dd>
                </div>
              )}
            </For>
          </dl>
        )}
      </Show>
    </section>
  );
}
