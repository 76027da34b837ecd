import { Show } from 'solid-js';
import type { BalanceView, TerritoryListView, TerritoryTier } from '~/domain/territoryView';
import { Button } from '../../../components/Button';
import { Menu } from '../../../components/Menu';
import { SearchField } from '../../../components/SearchField';
import { Select } from '../../../components/Select';
import { useText } from '../../../components/TextProvider';
import type { TerritoriesState } from './createTerritories';

const TIERS = ['A', 'B', 'C', 'none'] as const;

/** Which customers are listed, and what is done with the ticked ones. */
export function ListTools(props: { state: TerritoriesState; view: TerritoryListView; balance: BalanceView }) {
  const { t, format } = useText();
  const query = () => props.state.list.query();
  const codeOf = (value: string) => (value === 'all' ? null : Number(value));
  const members = (all: string, list: readonly { code: number; name: string }[]) => [
    { value: 'all', label: all },
    ...list.map(({ code, name }) => ({ value: String(code), label: name })),
    { value: '0', label: t('territory.unassigned') },
  ];
  const ticked = () => props.state.ticked().size;
  const targets = () => [
    {
      items: [...props.balance.sellers, { code: 0, name: t('territory.unassigned') }].map(({ code, name }) => ({
        label: name,
        run: () => props.state.move(props.state.ticked(), code),
      })),
    },
    { items: [{ label: t('territory.stay'), run: () => props.state.move(props.state.ticked(), null) }] },
  ];
  return (
    <div class="territory-tools">
      <SearchField
        label={t('territory.search')}
        value={query().search}
        onSearch={(search) => props.state.ask({ search })}
      />
      <Select<string>
        label={t('territory.head.seller')}
        hideLabel
        options={members(t('territory.allSellers'), props.balance.sellers)}
        value={query().seller === null ? 'all' : String(query().seller)}
        onChange={(value) => props.state.ask({ seller: codeOf(value) })}
      />
      <Select<string>
        label={t('territory.head.region')}
        hideLabel
        options={members(t('territory.allRegions'), props.balance.regions)}
        value={query().region === null ? 'all' : String(query().region)}
        onChange={(value) => props.state.ask({ region: codeOf(value) })}
      />
      <Select<TerritoryTier | 'all'>
        label={t('territory.head.tier')}
        hideLabel
        options={(['all', ...TIERS] as const).map((value) => ({
          value,
          label: value === 'all' ? t('territory.allTiers') : value === 'none' ? t('territory.noTier') : value,
        }))}
        value={query().tier ?? 'all'}
        onChange={(tier) => props.state.ask({ tier: tier === 'all' ? null : tier })}
      />
      <Show when={props.state.moves().length > 0 || query().moved}>
        <label class="territory-check">
          <input
            type="checkbox"
            checked={query().moved}
            onChange={(event) => props.state.ask({ moved: event.currentTarget.checked })}
          />
          {t('territory.movedOnly')}
        </label>
      </Show>
      <span class="territory-gap" />
      <Show
        when={ticked() > 0}
        fallback={
          <Button
            look="link"
            onClick={() => props.state.tick(props.view.codes, true)}
            blocked={props.view.matching === 0 ? t('territory.none') : null}
          >
            {t('territory.chooseAll', { n: format().count(props.view.matching) })}
          </Button>
        }
      >
        <b role="status">{t('territory.chosen', { n: ticked() })}</b>
        <Button look="link" onClick={() => props.state.untick()}>
          {t('territory.unchoose')}
        </Button>
        <Menu trigger={t('territory.moveTo')} groups={targets()} />
      </Show>
    </div>
  );
}
