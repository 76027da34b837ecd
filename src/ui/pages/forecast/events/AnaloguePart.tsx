import X from 'lucide-solid/icons/x';
import { createEffect, createSignal, For, on, Show } from 'solid-js';
import type { NodeForecast } from '~/domain/forecastView';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { NumberField } from '../../../components/NumberField';
import { useText } from '../../../components/TextProvider';
import { MemberField } from '../../customers/service/MemberField';

/** Whom a member without a year of its own is like; nothing where the node has a history that speaks for itself. */
export function AnaloguePart(props: { node: NodeForecast; scope: string }) {
  const app = useApp();
  const { t, format } = useText();
  const [open, setOpen] = createSignal(false);
  const blocked = () => (app.status().readOnly ? t('forecast.readOnly') : null);
  const said = () => {
    const known = props.node.analogue;
    if (!known) return '';
    const names = format().list(known.names);
    if (!known.used) return t('event.analogue.notUsed');
    return known.scale === null
      ? t('event.analogue.of', { names })
      : t('event.analogue.ofScaled', { names, scale: format().number(known.scale, 2) });
  };
  return (
    <Show when={props.node.analogue || props.node.newMember}>
      <div class="special">
        <span class="special__words">
          <span class="strong">{t('event.analogue.title')}</span>
          <span class="facts__text">{said() || t('event.analogue.caption')}</span>
        </span>
        <Show when={props.node.newMember}>
          <Button blocked={blocked()} onClick={() => setOpen(true)}>
            {t('event.analogue.open')}
          </Button>
        </Show>
        <Show when={props.node.analogue}>
          {(known) => (
            <Button
              look="quiet"
              icon={X}
              label={t('event.analogue.remove', { name: props.scope })}
              blocked={blocked()}
              onClick={() => void app.run({ name: 'forecast/removeAnalogue', id: known().id })}
            />
          )}
        </Show>
      </div>
      <Show when={props.node.newMember}>
        {(member) => (
          <AnalogueDialog open={open()} member={member()} name={props.scope} onClose={() => setOpen(false)} />
        )}
      </Show>
    </Show>
  );
}

const PLACES = [0, 1, 2];

/** Chooses one to three members that started alike, and how large this one is against them. */
export function AnalogueDialog(props: {
  open: boolean;
  member: { dimension: string; code: number };
  name: string;
  onClose: () => void;
}) {
  const app = useApp();
  const { t } = useText();
  const [like, setLike] = createSignal<readonly (number | null)[]>([]);
  const [scale, setScale] = createSignal<number | null>(null);
  createEffect(
    on(
      () => props.open,
      (open) => {
        if (!open) return;
        setLike([]);
        setScale(null);
      },
    ),
  );
  const chosen = () => like().filter((code): code is number => code !== null && code !== props.member.code);
  const choose = (place: number, code: number | null) =>
    setLike((all) => PLACES.map((i) => (i === place ? code : (all[i] ?? null))));
  const blocked = () => {
    if (app.status().readOnly) return t('forecast.readOnly');
    return chosen().length === 0 ? t('event.analogue.missing') : null;
  };
  const save = async () => {
    const { dimension, code } = props.member;
    const analogue = { id: '', dimension, member: code, like: chosen(), scale: scale() };
    const done = await app.run({ name: 'forecast/setAnalogue', analogue });
    if (done.ok) props.onClose();
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={t('event.analogue.dialog', { name: props.name })}
      lead={t('event.analogue.lead')}
      foot={
        <>
          <Button onClick={() => props.onClose()}>{t('event.cancel')}</Button>
          <Button look="primary" blocked={blocked()} onClick={() => void save()}>
            {t('event.save')}
          </Button>
        </>
      }
    >
      <For each={PLACES}>
        {(place) => (
          <MemberField
            label={place === 0 ? t('event.analogue.first') : t('event.analogue.more')}
            dimension={props.member.dimension}
            name=""
            onMember={(code) => choose(place, code)}
          />
        )}
      </For>
      <NumberField
        label={t('event.analogue.scale')}
        hint={t('event.analogue.scaleHint')}
        decimals={2}
        min={0.01}
        value={scale()}
        onChange={setScale}
      />
    </Dialog>
  );
}
