import { createEffect, createSignal, on, Show } from 'solid-js';
import type { Issue } from '~/domain/issue';
import { type Measure, WORKING_TARGET } from '~/domain/plan';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { NumberField } from '../../../components/NumberField';
import { Select } from '../../../components/Select';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';
import { draftMeasure, type MeasureDraft, type MeasureUnit, unitsOf } from './measureDraft';

export interface MeasureDialogProps {
  open: boolean;
  measures: readonly Measure[];
  nameOf(id: string): string;
  onClose(): void;
}

const EMPTY: MeasureDraft = {
  title: '',
  kind: 'additive',
  unit: 'named',
  unitName: '',
  decimals: 0,
  numerator: WORKING_TARGET.measure,
  denominator: '',
};

const KINDS = ['additive', 'balance', 'distinct', 'ratio'] as const;

/** A measure of one's own: what kind of number it is decides how it adds up. */
export function MeasureDialog(props: MeasureDialogProps) {
  const app = useApp();
  const { t, issueText } = useText();
  const [draft, setDraft] = createSignal<MeasureDraft>(EMPTY);
  const change = (part: Partial<MeasureDraft>) => setDraft((now) => ({ ...now, ...part }));
  const [issues, setIssues] = createSignal<Issue[]>([]);
  createEffect(
    on(
      () => props.open,
      (open) => {
        if (!open) return;
        setDraft(EMPTY);
        setIssues([]);
      },
    ),
  );
  const parts = () => props.measures.filter((measure) => measure.kind !== 'ratio');
  const options = () => parts().map(({ id }) => ({ value: id, label: props.nameOf(id) }));
  const measure = (): Measure | null => {
    const { plan } = app.status();
    return plan && draftMeasure(draft(), { plan, taken: [...props.measures.map(({ id }) => id), ...plan.dimensions] });
  };
  const units = () => unitsOf(draft().kind);
  const unit = () => (units().includes(draft().unit) ? draft().unit : units()[0]);
  const add = async () => {
    const made = measure();
    if (!made) return;
    const done = await app.run({ name: 'measures/add', measure: made, title: draft().title.trim() }, { inPlace: true });
    if (done.ok) props.onClose();
    else setIssues(done.issues);
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={t('shape.ownMeasure')}
      foot={
        <>
          <Button onClick={() => props.onClose()}>{t('shell.cancel')}</Button>
          <Button look="primary" blocked={measure() ? null : t('shape.fillIn')} onClick={() => void add()}>
            {t('shape.addMeasureDo')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('scenario.name')}
        value={draft().title}
        onInput={(title) => change({ title })}
        error={issues().length > 0 ? issues().map(issueText).join(' ') : null}
      />
      <Select<Measure['kind']>
        label={t('shape.kindLabel')}
        value={draft().kind}
        options={KINDS.map((value) => ({ value, label: t(`shape.kind.${value}`) }))}
        onChange={(kind) => change({ kind })}
      />
      <Show when={draft().kind === 'ratio'}>
        <Select
          label={t('shape.numerator')}
          value={draft().numerator}
          options={options()}
          onChange={(numerator) => change({ numerator })}
        />
        <Select
          label={t('shape.denominator')}
          value={draft().denominator}
          placeholder={t('spread.columnChoose')}
          options={options()}
          onChange={(denominator) => change({ denominator })}
        />
      </Show>
      <Show when={units().length > 1}>
        <Select<MeasureUnit>
          label={t('shape.unit')}
          value={unit()}
          options={units().map((value) => ({ value, label: t(`shape.units.${value}`) }))}
          onChange={(chosen) => change({ unit: chosen })}
        />
      </Show>
      <Show when={unit() === 'named'}>
        <TextField
          label={t('shape.unitName')}
          hint={t('shape.unitNameHint')}
          value={draft().unitName}
          onInput={(unitName) => change({ unitName })}
        />
        <NumberField
          label={t('shape.decimals')}
          min={0}
          max={6}
          value={draft().decimals}
          onChange={(decimals) => change({ decimals })}
        />
      </Show>
    </Dialog>
  );
}
