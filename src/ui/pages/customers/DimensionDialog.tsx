import { createEffect, createSignal, on, Show } from 'solid-js';
import { dayOf } from '~/domain/period';
import type { ShapePreview } from '~/domain/shape';
import { useApp } from '~/state/app';
import { Button } from '../../components/Button';
import { Dialog } from '../../components/Dialog';
import { TextField } from '../../components/TextField';
import { useText } from '../../components/TextProvider';

export interface DimensionDialogProps {
  /** A segmentation's id, 'tier' or 'stage'; null = closed. */
  by: string | null;
  title: string;
  /** Names of the classes, others first. */
  names: string[];
  /** The day it starts from. */
  on: number | null;
  onClose: () => void;
}

/** Makes classes of customers a dimension of the plan, with what it does to the lines told before. */
export function DimensionDialog(props: DimensionDialogProps) {
  const app = useApp();
  const { t, format, issueText } = useText();
  const [title, setTitle] = createSignal('');
  const [date, setDate] = createSignal('');
  const [preview, setPreview] = createSignal<ShapePreview | null>(null);
  const [error, setError] = createSignal<string | null>(null);
  createEffect(
    on(
      () => props.by,
      (by) => {
        if (by === null) return;
        setTitle(props.title);
        setDate(format().isoDay(props.on));
      },
    ),
  );
  const day = () => {
    const [year, month, date_] = date().split('-').map(Number);
    return year && month && date_ ? dayOf(year, month, date_) : (props.on ?? 0);
  };
  const command = () => ({
    name: 'segments/toDimension' as const,
    by: props.by ?? '',
    on: day(),
    title: title().trim(),
    names: props.names,
  });
  const isPlanned = () => app.status().plan?.dimensions.includes('customer') === true;
  const usable = () => props.by !== null && app.status().plan !== null;
  let newest = 0;
  createEffect(
    on([() => props.by, title, date], async () => {
      setPreview(null);
      setError(null);
      if (!usable() || title().trim() === '') return;
      const mine = ++newest;
      const answer = await app.host.shapePreview(command());
      if (mine !== newest) return;
      if (!answer.ok) setError(answer.issues.map(issueText).join(' '));
      else if (answer.value.issues.length > 0) setError(answer.value.issues.map(issueText).join(' '));
      else setPreview(answer.value);
    }),
  );
  const blocked = () => {
    if (!app.status().plan) return t('segment.noPlan');
    if (app.status().readOnly) return t('segment.readOnly');
    return title().trim() === '' ? t('segment.nameMissing') : error();
  };
  const make = async () => {
    const done = await app.run(command());
    if (done.ok) props.onClose();
    else setError(done.issues.map(issueText).join(' '));
  };
  return (
    <Dialog
      open={props.by !== null}
      onClose={props.onClose}
      title={t('segment.dimensionTitle', { name: props.title })}
      lead={t(isPlanned() ? 'segment.dimensionTree' : 'segment.dimensionJoin')}
      foot={
        <Button look="primary" blocked={blocked()} onClick={() => void make()}>
          {t('segment.dimensionMake')}
        </Button>
      }
    >
      <TextField label={t('segment.dimensionName')} value={title()} error={error()} onInput={setTitle} />
      <TextField type="date" label={t('segment.dimensionDate')} value={date()} onInput={setDate} />
      <Show when={!isPlanned() && preview()}>
        {(told) => (
          <p class="type-caption" role="status">
            {t('segment.dimensionLines', {
              before: format().count(told().linesBefore),
              after: format().count(told().linesAfter),
            })}
          </p>
        )}
      </Show>
    </Dialog>
  );
}
