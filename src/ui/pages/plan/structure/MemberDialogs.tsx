import { createEffect, createSignal, For, on, Show } from 'solid-js';
import type { Command } from '~/domain/command';
import type { DimensionId, MemberCode } from '~/domain/dimension';
import { type Day, dayOfIsoDate } from '~/domain/period';
import type { ShapeMember } from '~/domain/shape';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { dimensionName } from '../../../components/dimensionName';
import { NumberField } from '../../../components/NumberField';
import { Select } from '../../../components/Select';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';
import { MemberPick } from './MemberPick';
import { ShapeDialog } from './ShapeDialog';

/** What is being done with the chosen members. */
export type MemberTask =
  | { do: 'add' | 'tree' }
  | { do: 'move' | 'merge' | 'split' | 'dates'; codes: readonly MemberCode[] };

export interface MemberDialogsProps {
  task: MemberTask | null;
  dimension: DimensionId;
  hierarchy: string;
  levels: readonly string[];
  nameOf(code: MemberCode): string;
  /** The chosen member, for its dates. */
  dates: ShapeMember | null;
  onClose(): void;
  onDone(): void;
}

interface Part {
  to: string;
  percent: number | null;
}

/** One dialog for every task on members: its form differs, what follows from it is always shown. */
export function MemberDialogs(props: MemberDialogsProps) {
  const app = useApp();
  const { t, format } = useText();
  const [names, setNames] = createSignal('');
  const [level, setLevel] = createSignal('');
  const [target, setTarget] = createSignal<MemberCode | null>(null);
  const [parts, setParts] = createSignal<readonly Part[]>([]);
  const [from, setFrom] = createSignal('');
  const [to, setTo] = createSignal('');
  const [ramp, setRamp] = createSignal<number | null>(0);
  const [title, setTitle] = createSignal('');
  createEffect(
    on(
      () => props.task,
      (task) => {
        if (!task) return;
        setNames('');
        setTitle('');
        setLevel(props.levels.at(-1) ?? props.dimension);
        setTarget(task.do === 'merge' ? (task.codes[0] ?? null) : 0);
        setParts([{ to: '', percent: 50 }]);
        const day = (value: Day | null | undefined) => (value == null ? '' : format().isoDay(value));
        setFrom(day(props.dates?.validFrom));
        setTo(day(props.dates?.validTo));
        setRamp(props.dates?.rampMonths ?? 0);
      },
    ),
  );
  const listed = (text: string) =>
    text
      .split(/[\n,，、;；]/)
      .map((one) => one.trim())
      .filter((one) => one !== '');
  const dayIn = (text: string): Day | null | undefined => {
    return text === '' ? null : (dayOfIsoDate(text) ?? undefined);
  };
  const command = (): Command | null => {
    const { task, dimension } = props;
    if (!task) return null;
    const into = target();
    if (task.do === 'add') {
      const found = listed(names());
      return found.length > 0
        ? { name: 'members/add', dimension, names: found, level: level(), parent: into ?? 0 }
        : null;
    }
    if (task.do === 'tree') {
      const levels = listed(names());
      return title().trim() !== '' && levels.length > 0
        ? { name: 'hierarchies/add', dimension, title: title().trim(), levels }
        : null;
    }
    if (task.do === 'move') {
      return into === null
        ? null
        : { name: 'members/move', dimension, hierarchy: props.hierarchy, codes: [...task.codes], to: into };
    }
    if (task.do === 'merge') {
      return into === null
        ? null
        : { name: 'members/merge', dimension, codes: task.codes.filter((code) => code !== into), into };
    }
    if (task.do === 'split') {
      const ready = parts().flatMap(({ to: name, percent }) =>
        name.trim() !== '' && percent !== null ? [{ to: name.trim(), percent }] : [],
      );
      return ready.length > 0 && ready.length === parts().length
        ? { name: 'members/split', dimension, code: task.codes[0], parts: ready }
        : null;
    }
    if (task.do !== 'dates') return null;
    const [first, last] = [dayIn(from()), dayIn(to())];
    if (first === undefined || last === undefined) return null;
    return { name: 'members/setDates', dimension, code: task.codes[0], from: first, to: last, rampMonths: ramp() ?? 0 };
  };
  const chosen = (): readonly MemberCode[] => (props.task && 'codes' in props.task ? props.task.codes : []);
  const heads = () => {
    const kind = props.task?.do ?? 'add';
    return { title: t(`shape.task.${kind}`), lead: t(`shape.lead.${kind}`) };
  };
  const editPart = (at: number, part: Partial<Part>) =>
    setParts(parts().map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <ShapeDialog
      open={props.task !== null}
      title={heads().title}
      lead={heads().lead}
      command={command()}
      missing={t('shape.fillIn')}
      apply={heads().title}
      onClose={props.onClose}
      onDone={props.onDone}
    >
      <Show when={chosen().length > 0}>
        <p class="strong">{chosen().map(props.nameOf).join(t('effect.comma'))}</p>
      </Show>
      <Show when={props.task?.do === 'add'}>
        <TextField
          label={t('shape.memberNames')}
          hint={t('shape.memberNamesHint')}
          value={names()}
          onInput={setNames}
        />
        <Select
          label={t('shape.level')}
          value={level()}
          options={props.levels.map((one) => ({ value: one, label: dimensionName(t, one, app.status().plan?.titles) }))}
          onChange={setLevel}
        />
      </Show>
      <Show when={props.task?.do === 'tree'}>
        <TextField label={t('shape.hierarchyName')} value={title()} onInput={setTitle} />
        <TextField
          label={t('shape.hierarchyLevels')}
          hint={t('shape.hierarchyLevelsHint')}
          value={names()}
          onInput={setNames}
        />
      </Show>
      <Show when={props.task?.do === 'add' || props.task?.do === 'move'}>
        <MemberPick
          label={t('shape.parent')}
          dimension={props.dimension}
          value={target()}
          none={t('shape.top')}
          allow={(hit) => hit.level !== props.levels.at(-1) && !chosen().includes(hit.code)}
          onChange={setTarget}
        />
      </Show>
      <Show when={props.task?.do === 'merge'}>
        <Select
          label={t('shape.into')}
          value={String(target() ?? '')}
          options={chosen().map((code) => ({ value: String(code), label: props.nameOf(code) }))}
          onChange={(code) => setTarget(Number(code))}
        />
      </Show>
      <Show when={props.task?.do === 'split'}>
        <For each={parts().map((_, index) => index)}>
          {(index) => (
            <div class="plan-part__tools">
              <TextField
                label={t('shape.partName', { n: index + 1 })}
                value={parts()[index]?.to ?? ''}
                onInput={(name) => editPart(index, { to: name })}
              />
              <NumberField
                label={t('shape.partPercent')}
                unit="%"
                decimals={2}
                min={0}
                max={100}
                value={parts()[index]?.percent ?? null}
                onChange={(percent) => editPart(index, { percent })}
              />
            </div>
          )}
        </For>
        <Button look="link" onClick={() => setParts([...parts(), { to: '', percent: 0 }])}>
          {t('shape.morePart')}
        </Button>
      </Show>
      <Show when={props.task?.do === 'dates'}>
        <div class="plan-part__tools">
          <TextField label={t('shape.validFrom')} type="date" value={from()} onInput={setFrom} />
          <TextField label={t('shape.validTo')} type="date" value={to()} onInput={setTo} />
          <NumberField label={t('shape.ramp')} min={0} max={36} value={ramp()} onChange={setRamp} />
        </div>
      </Show>
    </ShapeDialog>
  );
}
