import { useText } from '../../../components/TextProvider';

export function CapacityPage() {
  const { t } = useText();
  return <h1>{t('capacity.title')}</h1>;
}
