import { useText } from '../../../components/TextProvider';

export function DealsPage() {
  const { t } = useText();
  return <h1>{t('pipeline.title')}</h1>;
}
