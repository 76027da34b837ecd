import { createEffect, createSignal, For, on, Show } from 'solid-js';
import type { At } from '~/domain/cell';
import type { ForecastEvent } from '~/domain/forecast';
import { monthIndexOfId } from '~/domain/forecastMonth';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { dimensionName } from '../../../components/dimensionName';
import { NumberField } from '../../../components/NumberField';
import { TextField } from '../../../components/TextField';
import { useText } from '../../../components/TextProvider';
import { MemberField } from '../../customers/service/MemberField';

/** What a promotion may be limited to. */
const DIMENSIONS = ['product', 'region', 'customer'] as const;

export interface PromotionDialogProps {
  open: boolean;
  /** The mark to change; null makes a new one. */
  event: ForecastEvent | null;
  at: At;
  /** A new mark may be put on a product, a region, a customer, or all of them; else it is put on `at`. */
  choosesNode?: boolean;
  onClose: () => void;
}

/** A promotion of the past or to come: its months, and what it adds if that is known. */
export function PromotionDialog(props: PromotionDialogProps) {
  const app = useApp();
  const { t } = useText();
  const [title, setTitle] = createSignal('');
  const [from, setFrom] = createSignal('');
  const [to, setTo] = createSignal('');
  const [lift, setLift] = createSignal<number | null>(null);
  createEffect(
    on(
      () => props.open,
      (open) => {
        if (!open) return;
        setTitle(props.event?.title ?? '');
        setFrom(props.event?.from ?? '');
        setTo(props.event?.to ?? '');
        const known = props.event?.lift ?? null;
        setLift(known === null ? null : known * 100);
        setPlace({});
      },
    ),
  );
  const [place, setPlace] = createSignal<Readonly<Record<string, number | null>>>({});
  const chosen = (): At =>
    Object.fromEntries(Object.entries(place()).flatMap(([id, code]) => (code === null ? [] : [[id, code]])));
  const last = () => to() || from();
  const blocked = () => {
    if (app.status().readOnly) return t('forecast.readOnly');
    if (title().trim() === '') return t('event.noName');
    const [first, end] = [monthIndexOfId(from()), monthIndexOfId(last())];
    if (first === null || end === null) return t('event.monthWrong');
    return end < first ? t('event.toBefore') : null;
  };
  const save = async () => {
    const share = lift();
    const event: ForecastEvent = {
      id: props.event?.id ?? '',
      kind: 'promotion',
      at: props.event?.at ?? { ...props.at, ...chosen() },
      title: title(),
      from: from(),
      to: last(),
      decision: 'adjust',
      lift: share === null ? null : share / 100,
    };
    const done = await app.run({ name: 'forecast/setEvents', events: [event] });
    if (done.ok) props.onClose();
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={t('event.dialog')}
      lead={t('event.dialogLead')}
      foot={
        <>
          <Button onClick={() => props.onClose()}>{t('event.cancel')}</Button>
          <Button look="primary" blocked={blocked()} onClick={() => void save()}>
            {t('event.save')}
          </Button>
        </>
      }
    >
      <TextField label={t('event.dialogName')} value={title()} onInput={setTitle} />
      <Show when={props.choosesNode && !props.event}>
        <For each={DIMENSIONS}>
          {(dimension) => (
            <MemberField
              label={t('event.at', { dimension: dimensionName(t, dimension, app.status().plan?.titles) })}
              dimension={dimension}
              name=""
              onMember={(code) => setPlace((all) => ({ ...all, [dimension]: code }))}
            />
          )}
        </For>
        <p class="field__hint">{t('event.atHint')}</p>
      </Show>
      <TextField
        label={t('event.from')}
        type="month"
        placeholder="2027-06"
        hint={t('event.monthHint', { month: '2027-06' })}
        value={from()}
        onInput={setFrom}
      />
      <TextField label={t('event.to')} type="month" placeholder="2027-06" value={to()} onInput={setTo} />
      <NumberField
        label={t('event.liftField')}
        hint={t('event.liftHint')}
        unit="%"
        decimals={1}
        min={-99}
        value={lift()}
        onChange={setLift}
      />
    </Dialog>
  );
}
