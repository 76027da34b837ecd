import ArrowLeft from 'lucide-solid/icons/arrow-left';
import ChevronDown from 'lucide-solid/icons/chevron-down';
import ChevronUp from 'lucide-solid/icons/chevron-up';
import Printer from 'lucide-solid/icons/printer';
import { createSignal, For, Show } from 'solid-js';
import { classText } from '~/domain/classText';
import type { OneCustomerView } from '~/domain/oneCustomer';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { useText } from '../../../components/TextProvider';
import { classWords } from '../classWords';
import { TierDialog } from '../list/TierDialog';
import type { CustomerState } from './createCustomer';

/** Who it is, where it stands, and the way to the next one. */
export function CustomerHeader(props: { state: CustomerState; view: OneCustomerView }) {
  const app = useApp();
  const { t, format } = useText();
  const [pinning, setPinning] = createSignal(false);
  const head = () => props.view.head;
  const words = () =>
    [
      head().stage ? t(`customerList.stage.${head().stage ?? 'mature'}`) : '',
      head().seller,
      head().region,
      String(head().attributes.industry ?? ''),
      ...head().segments.map((one) => classText(one.class, classWords(t))),
    ].filter((text) => text !== '');
  const go = (code: number | null, by: number) => {
    const place = props.state.place()?.place;
    if (code !== null) props.state.show(code, place ? place - 1 + by : 0);
  };
  return (
    <header class="one__head">
      <div class="one__bar">
        <Button look="quiet" icon={ArrowLeft} onClick={() => props.state.back()}>
          {t('customerList.one.back')}
        </Button>
        <Show when={props.state.place()?.place}>
          {(place) => (
            <span class="one__place">
              {t('customerList.one.place', {
                n: format().count(place()),
                all: format().count(props.state.place()?.matching ?? 0),
              })}
            </span>
          )}
        </Show>
        <Button
          look="quiet"
          icon={ChevronUp}
          label={t('customerList.one.previous')}
          aria-disabled={props.state.place()?.previous == null ? 'true' : undefined}
          onClick={() => go(props.state.place()?.previous ?? null, -1)}
        />
        <Button
          look="quiet"
          icon={ChevronDown}
          label={t('customerList.one.next')}
          aria-disabled={props.state.place()?.next == null ? 'true' : undefined}
          onClick={() => go(props.state.place()?.next ?? null, 1)}
        />
        <span class="one__gap" />
        <Button
          blocked={app.status().readOnly ? t('customerList.bulk.readOnly') : null}
          onClick={() => setPinning(true)}
        >
          {t('customerList.one.pin')}
        </Button>
        <Button icon={Printer} onClick={() => print()}>
          {t('customerList.one.print')}
        </Button>
      </div>
      <div class="one__title">
        <Show when={head().tier}>{(tier) => <span class={`tier-badge tier-badge--${tier()}`}>{tier()}</span>}</Show>
        <h2 class="one__name">{head().name}</h2>
        <ul class="one__words">
          <For each={words()}>{(word) => <li>{word}</li>}</For>
        </ul>
      </div>
      <Show when={props.view.figures.firstDay !== null}>
        <p class="type-caption">{t('customerList.one.since', { day: format().isoDay(props.view.figures.firstDay) })}</p>
      </Show>
      <Show when={head().aliases.length > 0}>
        <p class="type-caption">{t('customerList.one.aliases', { names: format().list(head().aliases) })}</p>
      </Show>
      <Show when={head().pinned}>
        <p class="type-caption">
          {t('customerList.pinned', { tier: head().tier ?? '' })}
          <Show when={head().pinReason}>{(reason) => <>: {reason()}</>}</Show>
        </p>
      </Show>
      <TierDialog open={pinning()} codes={[head().code]} tier={head().tier} onClose={() => setPinning(false)} />
    </header>
  );
}
