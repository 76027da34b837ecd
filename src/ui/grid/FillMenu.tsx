import { createMemo, createSignal, For, onCleanup, onMount, Show } from 'solid-js';
import { Portal } from 'solid-js/web';
import { readNumber } from '~/domain/number';
import { FILL_MODES, type FillMode, growthOf } from './fillSeries';
import type { GridView } from './gridView';

export interface FillMenuProps {
  view: GridView;
  /** Numbers of the source along the fill, one line of it. */
  source: readonly (number | null)[];
  cells: number;
  at: { x: number; y: number };
  onFill(mode: FillMode, rate: number | null): void;
  onClose(): void;
}

const MARGIN = 8;
const PERCENT = 100;
/** Hundredths of a percent. */
const PLACES = 2;

/** How dragged cells go on: copy, a line, a growth, or only where nothing is. Enter takes the first, Esc none. */
export function FillMenu(props: FillMenuProps) {
  let box: HTMLFormElement | undefined;
  const numbers = () => props.source.filter((value) => value !== null).length;
  const growth = createMemo(() => growthOf(props.source));
  const [mode, setMode] = createSignal<FillMode>('copy');
  const [rate, setRate] = createSignal('');
  const offered = () =>
    FILL_MODES.filter((one) => (one === 'linear' ? numbers() > 1 : one === 'growth' ? numbers() > 0 : true));
  const typedRate = (): number | null => {
    const read = readNumber(rate(), {
      ...{ current: null, minorUnit: PLACES, unit: 1, kind: 'percent' },
      locale: props.view.reading.locale,
    });
    return read.ok && read.value.kind === 'value' ? read.value.amount / 10 ** PLACES / PERCENT : null;
  };
  const lacksRate = () => mode() === 'growth' && growth() === null && typedRate() === null;
  const nameOf = (one: FillMode): string => {
    const known = growth();
    if (one !== 'growth' || known === null) return props.view.t(`grid.fillMode.${one}`);
    return props.view.t('grid.fillGrown', { rate: props.view.format.growth(known, 1) });
  };
  const fill = (event: Event) => {
    event.preventDefault();
    if (!lacksRate()) props.onFill(mode(), mode() === 'growth' ? (typedRate() ?? growth()) : null);
  };
  const onKey = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key !== 'Escape') return;
    event.preventDefault();
    props.onClose();
  };
  const onPointer = (event: PointerEvent) => {
    if (!box?.contains(event.target as Node)) props.onClose();
  };

  onMount(() => {
    if (!box) return;
    const { offsetWidth, offsetHeight } = box;
    box.style.left = `${Math.max(MARGIN, Math.min(props.at.x, innerWidth - offsetWidth - MARGIN))}px`;
    box.style.top = `${Math.max(MARGIN, Math.min(props.at.y, innerHeight - offsetHeight - MARGIN))}px`;
    box.querySelector<HTMLInputElement>('input:checked')?.focus();
    document.addEventListener('pointerdown', onPointer, true);
    onCleanup(() => document.removeEventListener('pointerdown', onPointer, true));
  });

  return (
    <Portal>
      <form
        ref={box}
        class="pg-menu pg-fill-menu"
        aria-label={props.view.t('grid.fillMenu')}
        onKeyDown={onKey}
        onSubmit={fill}
      >
        <p class="pg-menu-head">{props.view.t('grid.fillTitle', { n: props.cells })}</p>
        <For each={offered()}>
          {(one) => (
            <label class="pg-fill-mode">
              <input type="radio" name="fill" value={one} checked={mode() === one} onChange={() => setMode(one)} />
              {nameOf(one)}
            </label>
          )}
        </For>
        <Show when={mode() === 'growth'}>
          <label class="pg-fill-rate">
            {props.view.t('grid.fillRate')}
            <input
              type="text"
              class="input"
              inputMode="decimal"
              placeholder={growth() === null ? '5' : props.view.format.number((growth() ?? 0) * PERCENT, PLACES)}
              value={rate()}
              onInput={(event) => setRate(event.currentTarget.value)}
            />
          </label>
        </Show>
        <button type="submit" class="button button--primary" disabled={lacksRate()}>
          {props.view.t('grid.fillDo')}
        </button>
      </form>
    </Portal>
  );
}
