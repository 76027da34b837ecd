import CircleCheck from 'lucide-solid/icons/circle-check';
import { For, Show } from 'solid-js';
import { CURRENCIES } from '~/domain/money';
import type { TablePreview } from '~/domain/packView';
import { useApp } from '~/state/app';
import { Button } from '../../components/Button';
import { dimensionName } from '../../components/dimensionName';
import { useText } from '../../components/TextProvider';
import type { PackDone, PackDraft } from './packDraft';
import { packTotals } from './packTotals';
import { useKindWords } from './useKindWords';

/** The button that was pressed is gone: who works by keys goes on at what came of it. */
const takesFocus = (element: HTMLElement): void => {
  queueMicrotask(() => element.focus({ preventScroll: true }));
};

/** What came in, what next, and the way back. */
export function PackResult(props: { draft: PackDraft; done: PackDone }) {
  const app = useApp();
  const { t, format } = useText();
  const words = useKindWords();
  const totals = () => packTotals(props.done.preview);
  const orders = () => props.done.preview.orders;
  const money = (amount: number) =>
    format().exactMoney(amount, { code: props.done.currency, minorUnit: CURRENCIES[props.done.currency] });
  const line = (one: TablePreview) => {
    const { merge } = one;
    const parts = (['new', 'changed', 'same', 'gone'] as const).flatMap((state) =>
      merge[state] > 0 ? [t('pack.stateOf', { state: t(`pack.state.${state}`), n: merge[state] })] : [],
    );
    if (one.amountKept !== null) parts.push(t('import.doneAmount', { amount: money(one.amountKept) }));
    if (one.from !== null && one.to !== null)
      parts.push(format().interval(format().isoDay(one.from), format().isoDay(one.to)));
    if (one.reported > 0) parts.push(t('import.doneReported', { n: one.reported }));
    return parts.join(' · ');
  };
  const members = () =>
    (orders()?.dimensions ?? [])
      .map((one) => t('import.doneMembers', { dimension: dimensionName(t, one.id), n: one.members }))
      .join(' · ');
  const unmatched = () => orders()?.report.unmatched.length ?? 0;
  const undoBlocked = () => (app.status().undo?.command === 'sources/import' ? null : t('import.undoLater'));
  const hasOrders = () => orders() !== null;
  return (
    <Show
      when={!props.done.undone}
      fallback={
        <section class="import-result" role="status">
          <h2 class="type-finding">{t('import.undone')}</h2>
          <p class="type-lead">{t('pack.undoneText')}</p>
          <div class="import-result__acts">
            <Button look="primary" large onClick={() => props.draft.reset()}>
              {t('import.again')}
            </Button>
          </div>
        </section>
      }
    >
      <section class="import-result" role="status">
        <h2 class="type-finding import-result__title" tabIndex={-1} ref={takesFocus}>
          <CircleCheck size={20} class="tone-good" stroke-width={1.5} aria-hidden="true" />
          {t('import.done', { n: totals().kept })}
        </h2>
        <ul class="import-result__facts">
          <For each={props.done.preview.tables}>
            {(one) => (
              <li>
                <span class="strong">{words.kind(one.kind)}</span> <span>{one.table}</span>{' '}
                <span class="quiet">{line(one)}</span>
              </li>
            )}
          </For>
          <Show when={members() !== ''}>
            <li class="quiet">{members()}</li>
          </Show>
          <Show when={unmatched() > 0}>
            <li class="tone-warn">{t('import.doneUnmatched', { n: unmatched() })}</li>
          </Show>
        </ul>
        <div class="import-result__acts">
          <Show
            when={hasOrders()}
            fallback={
              <Button look="primary" large onClick={() => app.go('sources', { tab: 'kinds' })}>
                {t('import.toSources')}
              </Button>
            }
          >
            <Button look="primary" large onClick={() => app.go('wizard')}>
              {t('import.makePlan')}
            </Button>
            <Button large onClick={() => app.go('sources')}>
              {t('import.toSources')}
            </Button>
          </Show>
          <Button large onClick={() => app.go('customers')}>
            {t('pack.toCustomers')}
          </Button>
          <Button large onClick={() => app.go('sources', { tab: 'quality' })}>
            {t('pack.toQuality')}
          </Button>
        </div>
        <div class="import-result__acts">
          <Button look="quiet" blocked={undoBlocked()} onClick={() => void props.draft.undo()}>
            {t('import.undo')}
          </Button>
          <Button look="quiet" onClick={() => props.draft.reset()}>
            {t('import.again')}
          </Button>
        </div>
      </section>
    </Show>
  );
}
