import { useText } from '../../../components/TextProvider';

export function RulePage() {
  const { t } = useText();
  return <h1>{t('pipeline.title')}</h1>;
}
