import { TabPage, tabPart } from '../../components/TabPage';
import { useText } from '../../components/TextProvider';

const PARTS = {
  check: tabPart(async () => (await import('./check/CheckPage')).CheckPage),
  simulator: tabPart(async () => (await import('./simulator/SimulatorPage')).SimulatorPage),
  balance: tabPart(async () => (await import('./balance/BalancePage')).BalancePage),
  capacity: tabPart(async () => (await import('./capacity/CapacityPage')).CapacityPage),
  letters: tabPart(async () => (await import('./letters/LettersPage')).LettersPage),
  rule: tabPart(async () => (await import('./rule/RulePage')).RulePage),
} as const;
const TABS = ['check', 'simulator', 'balance', 'capacity', 'letters', 'rule'] as const;

/** Is the target reasonable, and will it be made: node by node, by drawing lots, evened out, and as letters to sign. */
export function ChallengePage() {
  const { t } = useText();
  return (
    <TabPage
      label={t('page.challenge')}
      tabs={TABS.map((id) => ({ id, label: t(`challenge.tab.${id}`), part: PARTS[id] }))}
    />
  );
}
