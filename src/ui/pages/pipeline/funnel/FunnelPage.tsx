import { useText } from '../../../components/TextProvider';

export function FunnelPage() {
  const { t } = useText();
  return <h1>{t('pipeline.title')}</h1>;
}
