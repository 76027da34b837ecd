import Download from 'lucide-solid/icons/download';
import { Show } from 'solid-js';
import type { NextView } from '~/domain/nextProduct';
import { useApp } from '~/state/app';
import { download } from '~/state/download';
import { Button } from '../../../components/Button';
import { SearchField } from '../../../components/SearchField';
import { Segment } from '../../../components/Segment';
import { Select } from '../../../components/Select';
import { useText } from '../../../components/TextProvider';
import type { NextState } from './nextState';

type TierChoice = 'A' | 'B' | 'C' | 'all';

/** Which calls or rules are listed, and the list as a file. */
export function NextTools(props: { state: NextState; view: NextView }) {
  const app = useApp();
  const { t, format } = useText();
  const asked = () => props.state.query();
  const choices = (all: string, members: NextView['sellers']) => [
    { value: 'all', label: all },
    ...members.map(({ code, name, calls }) => ({ value: String(code), label: `${name} ${format().count(calls)}` })),
  ];
  const codeOf = (value: string) => (value === 'all' ? null : Number(value));
  const save = async () => {
    const words = {
      customer: t('value.next.customer'),
      tier: t('customers.tier'),
      seller: t('value.next.seller'),
      lastOrder: t('value.next.lastOrder'),
      product: t('value.next.product'),
      expected: t('value.next.expected'),
      bought: t('value.next.left'),
      confidence: t('value.next.confidence'),
      lift: t('value.next.lift'),
      cases: t('value.next.together'),
    };
    const text = await app.attempt(app.host.callList({ ...asked(), first: 0, count: 0 }, words, ''));
    if (text !== null) download(t('value.next.file'), text, 'text/csv');
  };
  return (
    <div class="next-tools">
      <Segment<'calls' | 'rules'>
        label={t('value.next.list')}
        options={[
          { value: 'calls', label: t('value.next.calls') },
          { value: 'rules', label: `${t('value.next.rules')} ${format().count(props.view.rules)}` },
        ]}
        value={asked().list}
        onChange={(list) =>
          props.state.ask({
            ...asked(),
            list,
            search: '',
            sort: { by: list === 'calls' ? 'expected' : 'confidence', descending: true },
          })
        }
      />
      <Show when={asked().list === 'calls'}>
        <Show when={props.view.sellers.length > 1}>
          <Select<string>
            label={t('value.next.seller')}
            hideLabel
            options={choices(t('value.next.allSellers'), props.view.sellers)}
            value={asked().seller === null ? 'all' : String(asked().seller)}
            onChange={(one) => props.state.ask({ ...asked(), seller: codeOf(one) })}
          />
        </Show>
        <Segment<TierChoice>
          label={t('customers.tier')}
          options={(['all', 'A', 'B', 'C'] as const).map((one) => ({
            value: one,
            label: one === 'all' ? t('value.allTiers') : one,
          }))}
          value={asked().tier ?? 'all'}
          onChange={(tier) => props.state.ask({ ...asked(), tier: tier === 'all' ? null : tier })}
        />
      </Show>
      <Select<string>
        label={t('value.next.product')}
        hideLabel
        options={choices(t('value.next.allProducts'), props.view.advised)}
        value={asked().item === null ? 'all' : String(asked().item)}
        onChange={(one) => props.state.ask({ ...asked(), item: codeOf(one) })}
      />
      <span class="next-tools__gap" />
      <SearchField
        label={asked().list === 'calls' ? t('customers.search') : t('value.next.searchProduct')}
        value={asked().search}
        onSearch={(search) => props.state.ask({ ...asked(), search })}
      />
      <Show when={asked().list === 'calls'}>
        <Button
          icon={Download}
          blocked={props.view.matching === 0 ? t('value.next.none') : null}
          onClick={() => void save()}
        >
          {t('value.next.export')}
        </Button>
      </Show>
    </div>
  );
}
