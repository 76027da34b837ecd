import ArrowDown from 'lucide-solid/icons/arrow-down';
import ArrowUp from 'lucide-solid/icons/arrow-up';
import Plus from 'lucide-solid/icons/plus';
import Trash from 'lucide-solid/icons/trash';
import { Index, Show } from 'solid-js';
import type { SegmentClass } from '~/domain/segmentation';
import type { ColumnChoice, SegmentView } from '~/domain/segmentView';
import { Button } from '../../../components/Button';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';
import { ConditionRow } from './ConditionRow';
import { SIZE } from './proposals';
import { freeClassId, type RuleDivision, withClass, withClassMoved, withCondition, withoutClass } from './segmentDraft';

export interface RuleEditorProps {
  division: RuleDivision;
  columns: readonly ColumnChoice[];
  view: SegmentView | null;
  stale: boolean;
  onChange: (division: RuleDivision) => void;
}

/** Segments by rules, in the order they are asked, each with what it takes now. */
export function RuleEditor(props: RuleEditorProps) {
  const { t } = useText();
  const add = () => {
    const { classes } = props.division;
    const name = t('segment.classNo', { n: classes.length + 1 });
    const one: SegmentClass = {
      id: freeClassId(classes),
      name,
      all: [{ column: SIZE, is: 'atLeast', value: null }],
    };
    props.onChange({ ...props.division, classes: [...classes, one] });
  };
  return (
    <div class="rules">
      <p class="type-caption">{t('segment.rulesHint')}</p>
      {/* By place: a field keeps the focus while what it edits is replaced. */}
      <Index each={props.division.classes}>
        {(one, at) => (
          <ClassCard
            {...props}
            one={one()}
            at={at}
            group={props.view?.groups.find(({ id }) => id === one().id) ?? null}
          />
        )}
      </Index>
      <Button look="link" icon={Plus} onClick={add}>
        {t('segment.addClass')}
      </Button>
    </div>
  );
}

function ClassCard(
  props: RuleEditorProps & { one: SegmentClass; at: number; group: SegmentView['groups'][number] | null },
) {
  const { t, format } = useText();
  const name = () => props.one.name.trim() || t('segment.classNo', { n: props.at + 1 });
  const change = (one: SegmentClass) => props.onChange(withClass(props.division, props.at, one));
  return (
    <section class="class-card" aria-label={name()}>
      <div class="class-card__head">
        <TextField
          label={t('segment.className')}
          value={props.one.name}
          onInput={(text) => change({ ...props.one, name: text })}
        />
        <span class="class-card__count" classList={{ 'is-stale': props.stale }} role="status">
          <b>{format().count(props.group?.customers ?? null)}</b>{' '}
          <span class="faint">
            {format().percent(
              props.view && props.group && props.view.customers > 0
                ? props.group.customers / props.view.customers
                : null,
            )}
          </span>
        </span>
        <Button
          look="quiet"
          icon={ArrowUp}
          label={t('segment.moveUp', { name: name() })}
          blocked={props.at === 0 ? t('segment.unchanged') : null}
          onClick={() => props.onChange(withClassMoved(props.division, props.at, -1))}
        />
        <Button
          look="quiet"
          icon={ArrowDown}
          label={t('segment.moveDown', { name: name() })}
          blocked={props.at === props.division.classes.length - 1 ? t('segment.unchanged') : null}
          onClick={() => props.onChange(withClassMoved(props.division, props.at, 1))}
        />
        <Button
          look="quiet"
          icon={Trash}
          label={t('segment.removeClass', { name: name() })}
          blocked={props.division.classes.length === 1 ? t('segment.classMissing') : null}
          onClick={() => props.onChange(withoutClass(props.division, props.at))}
        />
      </div>
      <Index each={props.one.all}>
        {(condition, no) => (
          <ConditionRow
            no={no + 1}
            columns={props.columns}
            condition={condition()}
            onChange={(changed) => change(withCondition(props.one, no, changed))}
            onRemove={() => change(withCondition(props.one, no, null))}
          />
        )}
      </Index>
      <div class="class-card__foot">
        <Button
          look="link"
          icon={Plus}
          onClick={() =>
            change({ ...props.one, all: [...props.one.all, { column: SIZE, is: 'atLeast', value: null }] })
          }
        >
          {t('segment.addCondition')}
        </Button>
        <span class="type-caption">
          <Show when={props.one.all.length === 0}>{t('segment.everyone')}</Show>
          <Show when={props.group && props.group.taken > 0 ? props.group.taken : null}>
            {(taken) => <>{t('segment.taken', { n: taken() })}</>}
          </Show>
        </span>
      </div>
    </section>
  );
}
