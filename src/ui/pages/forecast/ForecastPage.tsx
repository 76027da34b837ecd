import { TabPage, tabPart } from '../../components/TabPage';
import { useText } from '../../components/TextProvider';

const PARTS = {
  node: tabPart(async () => (await import('./node/NodePage')).NodePage),
  tree: tabPart(async () => (await import('./tree/TreePage')).TreePage),
  events: tabPart(async () => (await import('./events/EventsPage')).EventsPage),
  accuracy: tabPart(async () => (await import('./accuracy/AccuracyPage')).AccuracyPage),
} as const;
const TABS = ['node', 'tree', 'events', 'accuracy'] as const;

/** What is likely to come: of one node, of the whole tree, which months are not like others, and how far it was off. */
export function ForecastPage() {
  const { t } = useText();
  return (
    <TabPage
      label={t('page.forecast')}
      tabs={TABS.map((id) => ({ id, label: t(`forecast.tab.${id}`), part: PARTS[id] }))}
    />
  );
}
