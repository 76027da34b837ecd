import { useText } from '../../../components/TextProvider';

export function EventsPage() {
  const { t } = useText();
  return <h1>{t('event.title')}</h1>;
}
