import { createEffect, createSignal, on } from 'solid-js';
import { type Day, dayOfIsoDate } from '~/domain/period';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { NumberField } from '../../../components/NumberField';
import { Segment } from '../../../components/Segment';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';
import { dayText } from './dayText';
import { MemberField } from './MemberField';

type Kind = 'csat' | 'nps';
/** Lowest and highest answer of the usual scales. */
const SCALE: Record<Kind, readonly [number, number]> = { csat: [1, 5], nps: [0, 10] };

/** One answer to a survey, as somebody took it down. */
export function SurveyDialog(props: { open: boolean; on: Day; onClose: () => void }) {
  const app = useApp();
  const { t } = useText();
  const [customer, setCustomer] = createSignal<number | null>(null);
  const [product, setProduct] = createSignal<number | null>(null);
  const [day, setDay] = createSignal('');
  const [person, setPerson] = createSignal('');
  const [kind, setKind] = createSignal<Kind>('csat');
  const [score, setScore] = createSignal<number | null>(null);
  const [comment, setComment] = createSignal('');
  createEffect(
    on(
      () => props.open,
      (open) => {
        if (!open) return;
        setCustomer(null);
        setProduct(null);
        setDay(dayText(props.on));
        setPerson('');
        setScore(null);
        setComment('');
      },
    ),
  );
  const scale = () => SCALE[kind()];
  const outside = () => {
    const given = score();
    return given !== null && (given < scale()[0] || given > scale()[1])
      ? t('service.surveys.scoreOutside', { from: scale()[0], to: scale()[1] })
      : null;
  };
  const blocked = () => {
    if (app.status().readOnly) return t('service.readOnly');
    if (customer() === null) return t('service.surveys.customerMissing');
    if (dayOfIsoDate(day()) === null) return t('service.surveys.dayMissing');
    return score() === null ? t('service.surveys.scoreMissing') : outside();
  };
  const save = async () => {
    const done = await app.run({
      name: 'facts/put',
      kind: 'surveys',
      rows: [
        {
          key: null,
          values: {
            day: dayOfIsoDate(day()),
            customer: customer(),
            product: product(),
            person: person().trim() || null,
            kind: kind(),
            score: score(),
            scale: scale()[1],
            comment: comment().trim() || null,
          },
        },
      ],
    });
    if (done.ok) props.onClose();
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={t('service.surveys.addTitle')}
      foot={
        <>
          <Button onClick={() => props.onClose()}>{t('shell.cancel')}</Button>
          <Button look="primary" blocked={blocked()} onClick={() => void save()}>
            {t('service.save')}
          </Button>
        </>
      }
    >
      <MemberField label={t('service.customer')} dimension="customer" name="" onMember={setCustomer} />
      <MemberField label={t('service.product')} dimension="product" name="" onMember={setProduct} />
      <TextField label={t('service.surveys.person')} value={person()} onInput={setPerson} />
      <TextField label={t('service.surveys.day')} type="date" value={day()} onInput={setDay} />
      <div>
        <Segment<Kind>
          label={t('service.surveys.kind')}
          options={(['csat', 'nps'] as const).map((value) => ({ value, label: t(`service.surveys.${value}`) }))}
          value={kind()}
          onChange={setKind}
        />
      </div>
      <NumberField
        label={t('service.surveys.score')}
        hint={`${scale()[0]}–${scale()[1]}`}
        value={score()}
        error={outside()}
        onChange={setScore}
      />
      <TextField label={t('service.surveys.comment')} value={comment()} onInput={setComment} />
    </Dialog>
  );
}
