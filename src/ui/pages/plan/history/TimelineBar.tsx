import X from 'lucide-solid/icons/x';
import { createEffect, createMemo, createSignal, on, Show } from 'solid-js';
import type { HistoryLine } from '~/domain/history';
import { commandText } from '~/i18n/effectText';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { useText } from '../../../components/TextProvider';
import { whenText } from './whenText';
import './history.css';

const REACH = 1000;
const PAGE_STEP = 10;

/** All changes of the plan on one line: going along it shows the plan as it stood after each. Opened by `timeline`. */
export function TimelineBar() {
  const app = useApp();
  const { t, format } = useText();
  const [lines, setLines] = createSignal<HistoryLine[]>([]);
  const isOpen = () => app.route().params.timeline !== undefined;
  const past = () => app.status().past;

  // While an earlier state is looked at, the list stays that of now.
  createEffect(
    on([isOpen, () => app.status().plan?.id, () => past() === null && app.status().revision], async ([open]) => {
      if (!open || past() !== null) return;
      const answer = await app.host.history({ cell: null, before: null, count: REACH });
      if (answer.ok) setLines([...answer.value.lines].reverse());
    }),
  );

  /** Entries by their place on the line; behind the newest one is now. */
  const place = createMemo(() => {
    const seq = past()?.seq;
    if (seq === undefined) return lines().length;
    const at = lines().findIndex((line) => line.seq >= seq);
    return at < 0 ? lines().length : at;
  });
  const text = (at: number): string => {
    const line = lines()[at];
    if (!line) return t('history.now');
    return `${whenText(line.wallTime, { t, format: format(), now: new Date() })} · ${commandText(line.command, t)}`;
  };
  const look = (at: number): void => {
    void app.settleStatus(app.host.openPast(lines()[at]?.seq ?? null));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'PageUp' ? PAGE_STEP : event.key === 'PageDown' ? -PAGE_STEP : 0;
    if (step === 0) return;
    event.preventDefault();
    look(Math.max(0, Math.min(lines().length, place() + step)));
  };
  const close = (): void => {
    if (past()) void app.settleStatus(app.host.openPast(null));
    app.setParams({ timeline: null });
  };
  return (
    <Show when={isOpen()}>
      <section class="timeline" aria-label={t('history.timeline')}>
        <span class="strong">{t('history.timeline')}</span>
        <input
          type="range"
          class="timeline__range"
          min={0}
          max={lines().length}
          step={1}
          value={place()}
          aria-label={t('history.timeline')}
          aria-valuetext={text(place())}
          title={t('history.timelineHint')}
          onInput={(event) => look(event.currentTarget.valueAsNumber)}
          onKeyDown={onKeyDown}
        />
        <output class="timeline__text">{text(place())}</output>
        <Show when={past()}>
          <Button onClick={() => look(lines().length)}>{t('history.backToNow')}</Button>
        </Show>
        <Button look="quiet" icon={X} label={t('history.close')} onClick={close} />
      </section>
    </Show>
  );
}
