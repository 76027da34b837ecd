import { createSignal, Show } from 'solid-js';
import { CREDIT_STATES, type CreditView, type CreditState as State } from '~/domain/credit';
import { useApp } from '~/state/app';
import { Button } from '../../../components/Button';
import { Dialog } from '../../../components/Dialog';
import { SearchField } from '../../../components/SearchField';
import { Segment } from '../../../components/Segment';
import { useText } from '../../../components/TextProvider';
import type { CreditState } from './creditState';

type Choice = State | 'all';

/** Which customers are listed, and the proposals that wait for a yes. */
export function CreditTools(props: { state: CreditState; view: CreditView }) {
  const app = useApp();
  const { t, format } = useText();
  const [asking, setAsking] = createSignal(false);
  const asked = () => props.state.query();
  const options = (): { value: Choice; label: string }[] => [
    { value: 'all', label: `${t('credit.state.all')} ${format().count(props.view.totals.customers)}` },
    ...CREDIT_STATES.filter((one) => props.view.states[one] > 0).map((one) => ({
      value: one,
      label: `${t(`credit.state.${one}`)} ${format().count(props.view.states[one])}`,
    })),
  ];
  const search = (text: string) => props.state.ask({ ...asked(), search: text });
  const accept = async () => {
    const done = await app.run({
      name: 'members/setAttributes',
      dimension: 'customer',
      changes: props.view.proposals.map(({ code, limit }) => ({ code, attribute: 'creditLimit', value: limit })),
    });
    if (done.ok) setAsking(false);
  };
  return (
    <div class="credit-tools">
      <h2 class="type-section">{t('credit.list')}</h2>
      <Show when={props.view.asOf !== null}>
        <Segment<Choice>
          label={t('credit.list')}
          options={options()}
          value={asked().state ?? 'all'}
          onChange={(one) => props.state.ask({ ...asked(), state: one === 'all' ? null : one })}
        />
      </Show>
      <span class="credit-tools__gap" />
      <SearchField label={t('credit.search')} value={asked().search} onSearch={search} />
      <Show when={props.view.proposals.length > 0}>
        <Button blocked={app.status().readOnly ? t('customers.readOnly') : null} onClick={() => setAsking(true)}>
          {t('credit.accept', { n: props.view.proposals.length })}
        </Button>
      </Show>
      <Dialog
        open={asking()}
        onClose={() => setAsking(false)}
        title={t('credit.proposed')}
        foot={
          <Button look="primary" onClick={() => void accept()}>
            {t('credit.accept', { n: props.view.proposals.length })}
          </Button>
        }
      >
        <p>{t('credit.acceptLead', { n: props.view.proposals.length })}</p>
      </Dialog>
    </div>
  );
}
