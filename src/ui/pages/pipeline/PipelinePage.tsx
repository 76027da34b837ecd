import { TabPage, tabPart } from '../../components/TabPage';
import { useText } from '../../components/TextProvider';

const PARTS = {
  funnel: tabPart(async () => (await import('./funnel/FunnelPage')).FunnelPage),
  deals: tabPart(async () => (await import('./deals/DealsPage')).DealsPage),
  outlook: tabPart(async () => (await import('./outlook/OutlookPage')).OutlookPage),
  rule: tabPart(async () => (await import('./rule/RulePage')).RulePage),
} as const;
const TABS = ['funnel', 'deals', 'outlook', 'rule'] as const;

/** Deals on their way: where they stand, which hang, what they may bring, and by which stages they are read. */
export function PipelinePage() {
  const { t } = useText();
  return (
    <TabPage
      label={t('page.pipeline')}
      tabs={TABS.map((id) => ({ id, label: t(`pipeline.tab.${id}`), part: PARTS[id] }))}
    />
  );
}
