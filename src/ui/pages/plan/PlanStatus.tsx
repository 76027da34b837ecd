import Lock from 'lucide-solid/icons/lock';
import { type JSX, Show } from 'solid-js';
import type { SheetFooter, SheetRows } from '~/domain/sheet';
import type { MoneyView } from '~/i18n/format';
import { StatusBar } from '../../components/StatusBar';
import { useText } from '../../components/TextProvider';
import { overShown, unallocatedShown } from '../../grid/unallocatedShown';

export interface PlanStatusProps {
  rows: SheetRows;
  footer: SheetFooter | null;
  money: MoneyView;
  /** What stands in the middle: the figures of the selection. */
  middle?: JSX.Element;
  /** Lasting minimums and maximums of the column shown, and closed periods. */
  limits: number;
  closed: number;
  onLocks(): void;
}

/** Rows in sight, locks, and the sum that always stands: allocated + unallocated = target. */
export function PlanStatus(props: PlanStatusProps) {
  const { t } = useText();
  const bounds = (holds: number) =>
    [
      holds > 0 ? t('plan.locked', { n: holds }) : null,
      props.limits > 0 ? t('limit.status', { n: props.limits }) : null,
      props.closed > 0 ? t('limit.closedStatus', { n: props.closed }) : null,
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <StatusBar
      left={<span>{t('plan.rowsOf', { shown: props.rows.ids.length - 1, all: props.rows.totalRows })}</span>}
      right={
        <>
          {props.middle}
          <Show when={props.footer}>
            {(footer) => (
              <>
                <Show when={footer().holds + props.limits + props.closed > 0}>
                  <button
                    type="button"
                    class="plan-status__holds"
                    title={t('plan.locksOpen')}
                    onClick={() => props.onLocks()}
                  >
                    <Lock size={12} aria-hidden="true" /> {bounds(footer().holds)}
                  </button>
                </Show>
                <Balance footer={footer()} money={props.money} />
              </>
            )}
          </Show>
        </>
      }
    />
  );
}

/** Parts that add up as they are shown; what is over stands with a minus, so that the sum stays true. */
function Balance(props: { footer: SheetFooter; money: MoneyView }) {
  const { t, format } = useText();
  const show = (amount: number | null) => format().money(amount, props.money);
  const over = () => overShown(props.footer, props.money);
  return (
    <span class="plan-status__sum">
      {t('plan.allocated')} <b>{show(props.footer.allocated)}</b>
      <Show when={props.footer.goal !== null}>
        <Show
          when={over() > 0}
          fallback={
            <>
              {' '}
              + {t('plan.unallocated')} <b>{show(unallocatedShown(props.footer, props.money))}</b>
            </>
          }
        >
          {' '}
          − {t('plan.over')} <b>{show(over())}</b>
        </Show>{' '}
        = {t('plan.target')} <b>{show(props.footer.goal)}</b>
      </Show>
    </span>
  );
}
