import { createSignal, Show } from 'solid-js';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { useText } from '../../../components/TextProvider';
import { AttributeDialog } from './AttributeDialog';
import type { CustomerListState } from './createCustomerList';
import { TierDialog } from './TierDialog';

/** Codes that fit into an address. */
const MOST_MOVED = 1000;

/** What is done to all ticked customers at once: one command, one undo. */
export function BulkBar(props: { list: CustomerListState }) {
  const app = useApp();
  const { t, format } = useText();
  const [dialog, setDialog] = createSignal<'attribute' | 'tier' | null>(null);
  const codes = () => [...props.list.ticked()].sort((a, b) => a - b);
  const blocked = () => (app.status().readOnly ? t('customerList.bulk.readOnly') : null);
  const tooMany = () =>
    codes().length > MOST_MOVED ? t('customerList.bulk.tooMany', { most: format().count(MOST_MOVED) }) : null;
  const matching = () => props.list.pages.head()?.matching ?? 0;
  return (
    <>
      <Show when={props.list.ticked().size > 0}>
        <div class="bulk-bar">
          <b>{t('customerList.ticked', { n: format().count(props.list.ticked().size) })}</b>
          <Show when={props.list.ticked().size < matching()}>
            <Button look="link" onClick={() => void props.list.tickAll()}>
              {t('customerList.tickAll', { n: format().count(matching()) })}
            </Button>
          </Show>
          <Button look="link" onClick={() => props.list.untick()}>
            {t('customerList.untick')}
          </Button>
          <span class="list-tools__gap" />
          <Button blocked={blocked()} onClick={() => setDialog('attribute')}>
            {t('customerList.bulk.set')}
          </Button>
          <Button blocked={blocked()} onClick={() => setDialog('tier')}>
            {t('customerList.bulk.pin')}
          </Button>
          <Button
            blocked={blocked() ?? tooMany()}
            onClick={() => app.go('customers', { tab: 'territories', customers: codes().join('.') })}
          >
            {t('customerList.bulk.owner')}
          </Button>
        </div>
      </Show>
      <AttributeDialog
        open={dialog() === 'attribute'}
        codes={codes()}
        list={props.list}
        onClose={() => setDialog(null)}
      />
      <TierDialog open={dialog() === 'tier'} codes={codes()} onClose={() => setDialog(null)} />
    </>
  );
}
