import { useText } from '../../../components/TextProvider';

export function AccuracyPage() {
  const { t } = useText();
  return <h1>{t('accuracy.title')}</h1>;
}
