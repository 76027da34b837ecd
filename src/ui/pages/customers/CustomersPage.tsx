import { useApp } from '~/state/app';
import { TabPage, tabPart } from '../../components/TabPage';
import { useText } from '../../components/TextProvider';
import './customers.css';

const PARTS = {
  list: tabPart(async () => (await import('./list/ListPage')).ListPage),
  tiers: tabPart(async () => (await import('./tiers/TiersPage')).TiersPage),
  segments: tabPart(async () => (await import('./segments/SegmentsPage')).SegmentsPage),
  lifecycle: tabPart(async () => (await import('./lifecycle/LifecyclePage')).LifecyclePage),
  value: tabPart(async () => (await import('./value/ValuePage')).ValuePage),
  next: tabPart(async () => (await import('./next/NextPage')).NextPage),
  service: tabPart(async () => (await import('./service/ServicePage')).ServicePage),
  credit: tabPart(async () => (await import('./credit/CreditPage')).CreditPage),
  prices: tabPart(async () => (await import('./prices/PricesPage')).PricesPage),
  territories: tabPart(async () => (await import('./territories/TerritoriesPage')).TerritoriesPage),
} as const;
const ONE = tabPart(async () => (await import('./one/CustomerPage')).CustomerPage);
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

/** Who buys: as a list, by what they are worth, and what was agreed with them. `?code=12` is one customer's page. */
export function CustomersPage() {
  const app = useApp();
  const { t } = useText();
  return (
    <TabPage
      label={t('page.customers')}
      tabs={TABS.map((id) => ({ id, label: t(`customers.tab.${id}`), part: PARTS[id] }))}
      forget={['code']}
      instead={app.route().params.code === undefined ? null : ONE}
    />
  );
}
