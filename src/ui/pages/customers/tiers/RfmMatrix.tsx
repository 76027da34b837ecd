import { createMemo, createSignal, createUniqueId, For, Show } from 'solid-js';
import type { CustomersView } from '~/domain/view';
import { useText } from '../../../components/TextProvider';
import type { CustomersState } from './createCustomers';
import { withCell } from './listState';
import { cellMix, rfmFinding } from './rfmFinding';

export interface RfmMatrixProps {
  rfm: NonNullable<CustomersView['rfm']>;
  /** Customers that have no cell here, by why. */
  outside: CustomersView['outside'];
  state: CustomersState;
}

const STEPS: Record<string, { r: number; f: number }> = {
  ArrowUp: { r: 1, f: 0 },
  ArrowDown: { r: -1, f: 0 },
  ArrowLeft: { r: 0, f: -1 },
  ArrowRight: { r: 0, f: 1 },
};

/** Recency by frequency, best at the top right; a cell chosen lists its customers. One tab stop, arrows move in it. */
export function RfmMatrix(props: RfmMatrixProps) {
  const { t, format } = useText();
  const id = createUniqueId();
  const [at, setAt] = createSignal({ r: 0, f: 0 });
  const scores = createMemo(() => Array.from({ length: props.rfm.size }, (_, i) => i + 1));
  const largest = () => Math.max(0, ...props.rfm.counts.flat());
  const finding = createMemo(() => {
    const { kind, customers, share } = rfmFinding(props.rfm);
    return t(`customers.rfmFinding.${kind}`, { n: customers, share: format().percent(share, 0) });
  });
  const outside = () =>
    (['new', 'lapsed', 'none'] as const)
      .filter((why) => props.outside[why] > 0)
      .map((why) => t(`customers.outside.${why}`, { n: props.outside[why] }))
      .join(' · ');
  const isChosen = (r: number, f: number) => {
    const chosen = props.state.list().rfm;
    return chosen?.r === r && chosen.f === f;
  };
  const isStop = (r: number, f: number) => {
    const stop = at();
    return stop.r === 0 ? r === props.rfm.size && f === props.rfm.size : stop.r === r && stop.f === f;
  };
  const move = (event: KeyboardEvent & { currentTarget: HTMLElement }, r: number, f: number) => {
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    const within = (score: number) => Math.min(props.rfm.size, Math.max(1, score));
    const next = { r: within(r + step.r), f: within(f + step.f) };
    setAt(next);
    document.getElementById(`${id}-${next.r}-${next.f}`)?.focus();
  };
  return (
    <section class="rfm" aria-labelledby={`${id}-head`}>
      <h2 id={`${id}-head`} class="type-section">
        {finding()}
      </h2>
      <p class="type-caption">{t(props.rfm.size === 5 ? 'customers.rfmFifths' : 'customers.rfmThirds')}</p>
      <Show when={outside()}>
        <p class="type-caption">{outside()}</p>
      </Show>
      <div class="rfm__frame">
        <span class="rfm__axis rfm__axis--up">{t('customers.recency')}</span>
        <fieldset class="rfm__grid" aria-label={t('customers.rfm')} style={{ '--classes': String(props.rfm.size) }}>
          <For each={[...scores()].reverse()}>
            {(r) => (
              <>
                <span class="rfm__score" aria-hidden="true">
                  {r}
                </span>
                <For each={scores()}>
                  {(f) => {
                    const count = () => props.rfm.counts[r - 1]?.[f - 1] ?? 0;
                    return (
                      <button
                        type="button"
                        id={`${id}-${r}-${f}`}
                        class="rfm__cell"
                        style={{ '--mix': `${cellMix(count(), largest())}%` }}
                        aria-pressed={isChosen(r, f)}
                        aria-label={t('customers.rfmCell', { r, f, n: count() })}
                        tabIndex={isStop(r, f) ? 0 : -1}
                        onKeyDown={(event) => move(event, r, f)}
                        onClick={() => {
                          setAt({ r, f });
                          props.state.show(withCell(props.state.list(), { r, f }));
                        }}
                      >
                        {format().count(count())}
                      </button>
                    );
                  }}
                </For>
              </>
            )}
          </For>
          <span />
          <For each={scores()}>
            {(f) => (
              <span class="rfm__score rfm__score--foot" aria-hidden="true">
                {f}
              </span>
            )}
          </For>
        </fieldset>
        <span class="rfm__axis rfm__axis--foot">{t('customers.frequency')}</span>
      </div>
    </section>
  );
}
