import ArrowDown from 'lucide-solid/icons/arrow-down';
import ArrowUp from 'lucide-solid/icons/arrow-up';
import Pin from 'lucide-solid/icons/pin';
import { Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import type { CustomerRow } from '~/domain/view';
import { useApp } from '~/state/app';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { TierBadge } from './TierBadge';

/** One customer. The tier is a button: it is set by hand there. */
export function CustomerLine(props: { row: CustomerRow; place: number; onPin: () => void }) {
  const { t, format } = useText();
  const app = useApp();
  const money = useMoney();
  return (
    <tr aria-rowindex={props.place}>
      <th scope="row" class="customer-table__name" title={props.row.name}>
        <button type="button" class="group-link" onClick={() => app.go('customers', { code: String(props.row.code) })}>
          {props.row.name}
        </button>
      </th>
      <td class="customer-table__tier">
        <button type="button" class="tier-button" title={t('customers.pin')} onClick={() => props.onPin()}>
          <Show when={props.row.tier} fallback={<span class="faint">{t('customers.notScored')}</span>}>
            {(tier) => <TierBadge tier={tier()} />}
          </Show>
          <Show when={props.row.pinned}>
            <Pin size={12} class="icon" aria-hidden="true" />
            <span class="tier-button__word">
              <Show when={props.row.ruleTier} fallback={t('customers.pinned')}>
                {(tier) => <>{t('customers.pinnedRule', { tier: tier() })}</>}
              </Show>
            </span>
          </Show>
          <Show when={moveOf(props.row)}>
            {(move) => (
              <span class="tier-button__word">
                <Dynamic
                  component={move() === 'up' ? ArrowUp : ArrowDown}
                  size={13}
                  class="icon"
                  aria-label={t(`customers.${move()}`)}
                />
                {t('customers.wasTier', { tier: props.row.before ?? '' })}
              </span>
            )}
          </Show>
          <Show when={props.row.waiting}>
            <span class="tier-button__word">{t('customers.waiting')}</span>
          </Show>
          <span class="unseen"> {t('customers.pinNamed', { name: props.row.name })}</span>
        </button>
      </td>
      <td class="number">{format().count(props.row.score)}</td>
      <td class="number">{money.show(props.row.monetary)}</td>
      <td class="number quiet">{format().percent(props.row.share)}</td>
      <td class="number">{format().count(props.row.frequency)}</td>
      <td class="number">{format().count(props.row.recencyDays)}</td>
      <td class="number quiet">{props.row.rfm === null ? '–' : props.row.rfm.split('').join('·')}</td>
    </tr>
  );
}

/** Up or down against the tier it is compared with; a tier set by hand says so itself. */
const moveOf = ({ before, tier, pinned }: CustomerRow): 'up' | 'down' | null =>
  pinned || before === null || tier === null || before === tier ? null : tier < before ? 'up' : 'down';
