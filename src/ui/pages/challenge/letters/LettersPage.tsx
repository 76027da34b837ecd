import { useText } from '../../../components/TextProvider';

export function LettersPage() {
  const { t } = useText();
  return <h1>{t('letter.title')}</h1>;
}
