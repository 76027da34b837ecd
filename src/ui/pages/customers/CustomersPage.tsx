import { type Component, lazy, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { useApp } from '~/state/app';
import { Tabs } from '../../components/Tabs';
import { useText } from '../../components/TextProvider';
import './customers.css';

const TABS = [
  'list',
  'tiers',
  'segments',
  'lifecycle',
  'value',
  'next',
  'service',
  'credit',
  'prices',
  'territories',
] as const;
type CustomerTab = (typeof TABS)[number];

/** Every tab is a chunk of its own. */
const PARTS: Record<CustomerTab | 'one', Component> = {
  list: lazy(async () => ({ default: (await import('./list/ListPage')).ListPage })),
  one: lazy(async () => ({ default: (await import('./one/CustomerPage')).CustomerPage })),
  tiers: lazy(async () => ({ default: (await import('./tiers/TiersPage')).TiersPage })),
  segments: lazy(async () => ({ default: (await import('./segments/SegmentsPage')).SegmentsPage })),
  lifecycle: lazy(async () => ({ default: (await import('./lifecycle/LifecyclePage')).LifecyclePage })),
  value: lazy(async () => ({ default: (await import('./value/ValuePage')).ValuePage })),
  next: lazy(async () => ({ default: (await import('./next/NextPage')).NextPage })),
  service: lazy(async () => ({ default: (await import('./service/ServicePage')).ServicePage })),
  credit: lazy(async () => ({ default: (await import('./credit/CreditPage')).CreditPage })),
  prices: lazy(async () => ({ default: (await import('./prices/PricesPage')).PricesPage })),
  territories: lazy(async () => ({ default: (await import('./territories/TerritoriesPage')).TerritoriesPage })),
};

/** Who buys: as a list, by what they are worth, and what was agreed with them. `?code=12` is one customer's page. */
export function CustomersPage() {
  const app = useApp();
  const { t } = useText();
  const tab = (): CustomerTab => TABS.find((one) => one === app.route().params.tab) ?? 'list';
  const part = (): CustomerTab | 'one' => (app.route().params.code === undefined ? tab() : 'one');
  return (
    <div class="customer-page">
      <div class="customer-tabs">
        <Tabs<CustomerTab>
          label={t('page.customers')}
          tabs={TABS.map((one) => ({ id: one, label: t(`customers.tab.${one}`) }))}
          value={tab()}
          onChange={(one) => app.setParams({ tab: one === 'list' ? null : one, code: null })}
        />
      </div>
      <Show when={part()} keyed>
        {(one) => <Dynamic component={PARTS[one]} />}
      </Show>
    </div>
  );
}
