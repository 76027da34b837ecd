import { createEffect, createSignal, on, Show } from 'solid-js';
import { foldKey } from '~/domain/dimension';
import type { Issue } from '~/domain/issue';
import type { Measure } from '~/domain/plan';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { NumberField } from '../../../components/NumberField';
import { Select } from '../../../components/Select';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';

export interface MeasureDialogProps {
  open: boolean;
  measures: readonly Measure[];
  nameOf(id: string): string;
  onClose(): void;
}

const KINDS = ['additive', 'balance', 'distinct', 'ratio'] as const;

/** A measure of one's own: what kind of number it is decides how it adds up. */
export function MeasureDialog(props: MeasureDialogProps) {
  const app = useApp();
  const { t, issueText } = useText();
  const [title, setTitle] = createSignal('');
  const [kind, setKind] = createSignal<Measure['kind']>('additive');
  const [decimals, setDecimals] = createSignal<number | null>(0);
  const [numerator, setNumerator] = createSignal('sales');
  const [denominator, setDenominator] = createSignal('');
  const [issues, setIssues] = createSignal<Issue[]>([]);
  createEffect(
    on(
      () => props.open,
      (open) => {
        if (!open) return;
        setTitle('');
        setKind('additive');
        setDecimals(0);
        setNumerator('sales');
        setDenominator('');
        setIssues([]);
      },
    ),
  );
  const parts = () => props.measures.filter((measure) => measure.kind !== 'ratio');
  const options = () => parts().map(({ id }) => ({ value: id, label: props.nameOf(id) }));
  const measure = (): Measure | null => {
    const id = `own-${foldKey(title()).replaceAll(' ', '-')}`;
    const which = kind();
    if (title().trim() === '') return null;
    if (which !== 'ratio') return { id, kind: which, scale: decimals() ?? 0, unit: '' };
    return denominator() === '' ? null : { id, kind: 'ratio', numerator: numerator(), denominator: denominator() };
  };
  const add = async () => {
    const made = measure();
    if (!made) return;
    const done = await app.run({ name: 'measures/add', measure: made, title: title().trim() }, { inPlace: true });
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
        value={title()}
        onInput={setTitle}
        error={issues().length > 0 ? issues().map(issueText).join(' ') : null}
      />
      <Select<Measure['kind']>
        label={t('shape.kindLabel')}
        value={kind()}
        options={KINDS.map((value) => ({ value, label: t(`shape.kind.${value}`) }))}
        onChange={setKind}
      />
      <Show
        when={kind() === 'ratio'}
        fallback={<NumberField label={t('shape.decimals')} min={0} max={6} value={decimals()} onChange={setDecimals} />}
      >
        <Select label={t('shape.numerator')} value={numerator()} options={options()} onChange={setNumerator} />
        <Select
          label={t('shape.denominator')}
          value={denominator()}
          placeholder={t('spread.columnChoose')}
          options={options()}
          onChange={setDenominator}
        />
      </Show>
    </Dialog>
  );
}
