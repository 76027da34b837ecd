import X from 'lucide-solid/icons/x';
import { For, Show } from 'solid-js';
import type { ImportFileHead } from '~/domain/view';
import { dimensionName } from '../../components/dimensionName';
import { Select } from '../../components/Select';
import { useText } from '../../components/TextProvider';
import { changeJoin, type LookupJoin, mappedDimensions, plainJoin, replaceJoin } from './mappingEdits';
import type { OrderReading } from './orderReading';

const NONE = '\u0000none';
/** Levels above a leaf that have a name of their own. */
const LEVELS = ['category', 'series', 'sector', 'manager', 'office', 'region'] as const;

export interface JoinEditorProps {
  draft: OrderReading;
  file: ImportFileHead;
  join: LookupJoin | null;
}

/** Which dimension a look-up completes, by which key, and what its other columns are. */
export function JoinEditor(props: JoinEditorProps) {
  const { t } = useText();
  const mapping = () => props.draft.mapping();
  const put = (join: LookupJoin | null) => {
    const now = mapping();
    if (now) props.draft.change(replaceJoin(now, props.file.name, join));
  };
  const change = (part: Partial<LookupJoin>) => {
    if (props.join) put(changeJoin(props.join, part, props.file.headers));
  };
  const dimensions = () => {
    const now = mapping();
    return [
      { value: NONE, label: t('import.joinUnused') },
      ...(now ? mappedDimensions(now) : []).map((id) => ({ value: id, label: dimensionName(t, id) })),
    ];
  };
  const headers = (none?: string) => [
    ...(none === undefined ? [] : [{ value: NONE, label: none }]),
    ...props.file.headers.map((header) => ({ value: header, label: header })),
  ];
  return (
    <div class="join-editor">
      <Select
        label={t('import.joinDimension')}
        value={props.join?.dimension ?? NONE}
        options={dimensions()}
        onChange={(dimension) => {
          if (dimension === NONE) put(null);
          else if (props.join) change({ dimension });
          else put(plainJoin(props.file.name, dimension, props.file.headers));
        }}
      />
      <Show when={props.join}>
        {(join) => (
          <>
            <Select
              label={t('import.joinKey')}
              value={join().key}
              options={headers()}
              onChange={(key) => change({ key })}
            />
            <Select
              label={t('import.joinName')}
              value={join().name ?? NONE}
              options={headers(t('import.joinNameIsKey'))}
              onChange={(name) => change({ name: name === NONE ? null : name })}
            />
            <Select
              label={t('import.joinPriceColumn')}
              value={join().price ?? NONE}
              options={headers(t('import.joinNoPrice'))}
              onChange={(price) => change({ price: price === NONE ? null : price })}
            />
            <LevelList join={join()} headers={props.file.headers} onChange={(levels) => change({ levels })} />
          </>
        )}
      </Show>
    </div>
  );
}

interface LevelListProps {
  join: LookupJoin;
  headers: readonly string[];
  onChange: (levels: LookupJoin['levels']) => void;
}

/** The levels above the leaves, the highest first. */
function LevelList(props: LevelListProps) {
  const { t } = useText();
  const used = () => new Set([props.join.key, props.join.name, ...props.join.levels.map((level) => level.column)]);
  const free = () => props.headers.filter((header) => !used().has(header));
  const add = (column: string) => {
    const taken = new Set(props.join.levels.map((level) => level.level));
    const folded = column.toLowerCase();
    const level = LEVELS.find((id) => folded.includes(id) && !taken.has(id)) ?? folded;
    if (!taken.has(level)) props.onChange([{ level, column }, ...props.join.levels]);
  };
  return (
    <div class="join-editor__levels">
      <span class="field__label">{t('import.joinLevels')}</span>
      <ul class="level-list">
        <For each={props.join.levels} fallback={<li class="faint">{t('import.joinNoLevel')}</li>}>
          {(level) => (
            <li class="chip">
              {level.column}
              <button
                type="button"
                class="level-list__remove"
                aria-label={t('import.joinLevelRemove', { level: level.column })}
                title={t('import.joinLevelRemove', { level: level.column })}
                onClick={() => props.onChange(props.join.levels.filter((other) => other !== level))}
              >
                <X size={12} aria-hidden="true" />
              </button>
            </li>
          )}
        </For>
        <Show when={free().length > 0}>
          <li>
            <Select
              label={t('import.joinLevelAdd')}
              hideLabel
              value={null}
              placeholder={t('import.joinLevelAdd')}
              options={free().map((header) => ({ value: header, label: header }))}
              onChange={add}
            />
          </li>
        </Show>
      </ul>
    </div>
  );
}
