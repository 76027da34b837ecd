import { Show } from 'solid-js';
import type { BalanceView } from '~/domain/balanceView';
import { StatusMark } from '../../../components/StatusMark';
import { useText } from '../../../components/TextProvider';

/** Whether more is asked of those who did well. */
export function RatchetLine(props: { view: BalanceView }) {
  const { t, format } = useText();
  const ratchet = () => props.view.ratchet;
  return (
    <div>
      <h3 class="type-section">{t('balance.ratchet')}</h3>
      <Show
        when={ratchet().r !== null}
        fallback={<p class="type-caption">{t('balance.ratchetUnknown', { n: ratchet().count })}</p>}
      >
        <p>
          <StatusMark
            status={ratchet().flagged ? 'bad' : 'good'}
            word={t(ratchet().flagged ? 'balance.ratchetFlagged' : 'balance.ratchetFine')}
          />
        </p>
        <p class="type-caption">
          {t(ratchet().from === 'attainment' ? 'balance.ratchetAttained' : 'balance.ratchetGrew', {
            r: format().signed(ratchet().r, 2),
            n: ratchet().count,
            limit: format().number(ratchet().limit, 2),
          })}
        </p>
      </Show>
    </div>
  );
}
