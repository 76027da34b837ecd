import { EmptyState } from '../../../components/EmptyState';
import { useText } from '../../../components/TextProvider';

/** What is doubtful in members and facts. */
export function QualityPage() {
  const { t } = useText();
  return <EmptyState title={t('quality.title')} />;
}
