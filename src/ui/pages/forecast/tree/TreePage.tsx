import { useText } from '../../../components/TextProvider';

export function TreePage() {
  const { t } = useText();
  return <h1>{t('outlook.title')}</h1>;
}
