import Lock from 'lucide-solid/icons/lock';
import { Show } from 'solid-js';
import type { SheetFooter, SheetRows } from '~/domain/sheet';
import { useText } from '~/ui/components/TextProvider';
import { useMoney } from '~/ui/components/useMoney';

export interface PlanStatusProps {
  rows: SheetRows;
  footer: SheetFooter | null;
}

/** Rows in sight, locks, and the sum that always stands: allocated + unallocated = target. */
export function PlanStatus(props: PlanStatusProps) {
  const { t } = useText();
  const money = useMoney();
  return (
    <div class="plan-status">
      <span>{t('plan.rowsOf', { shown: props.rows.ids.length - 1, all: Math.max(0, props.rows.totalRows - 1) })}</span>
      <span class="plan-status__gap" />
      <Show when={props.footer}>
        {(footer) => (
          <>
            <Show when={footer().holds > 0}>
              <span class="plan-status__holds">
                <Lock size={12} aria-hidden="true" /> {t('plan.locked', { n: footer().holds })}
              </span>
            </Show>
            <Balance footer={footer()} show={money.show} />
          </>
        )}
      </Show>
    </div>
  );
}

/** Parts that add up in the unit of the view; what is over stands with a minus, so that the sum stays true. */
function Balance(props: { footer: SheetFooter; show: (amount: number | null) => string }) {
  const { t } = useText();
  const over = () =>
    props.footer.goal !== null && props.footer.allocated !== null ? props.footer.allocated - props.footer.goal : 0;
  return (
    <span class="plan-status__sum">
      {t('plan.allocated')} <b>{props.show(props.footer.allocated)}</b>
      <Show when={props.footer.goal !== null}>
        <Show
          when={over() > 0}
          fallback={
            <>
              {' '}
              + {t('plan.unallocated')} <b>{props.show(props.footer.unallocated)}</b>
            </>
          }
        >
          {' '}
          − {t('plan.over')} <b>{props.show(over())}</b>
        </Show>{' '}
        = {t('plan.target')} <b>{props.show(props.footer.goal)}</b>
      </Show>
    </span>
  );
}
