import Pin from 'lucide-solid/icons/pin';
import { Show } from 'solid-js';
import type { CustomerRow } from '~/domain/view';
import { useText } from '../../../components/TextProvider';
import { useMoney } from '../../../components/useMoney';
import { TierBadge } from './TierBadge';

/** One customer. The tier is a button: it is set by hand there. */
export function CustomerLine(props: { row: CustomerRow; place: number; onPin: () => void }) {
  const { t, format } = useText();
  const money = useMoney();
  return (
    <tr aria-rowindex={props.place}>
      <th scope="row" class="customer-table__name" title={props.row.name}>
        {props.row.name}
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
