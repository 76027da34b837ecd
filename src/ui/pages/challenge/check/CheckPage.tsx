import { useText } from '../../../components/TextProvider';

export function CheckPage() {
  const { t } = useText();
  return <h1>{t('challenge.title')}</h1>;
}
