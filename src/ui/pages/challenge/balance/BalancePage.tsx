import { useText } from '../../../components/TextProvider';

export function BalancePage() {
  const { t } = useText();
  return <h1>{t('balance.title')}</h1>;
}
