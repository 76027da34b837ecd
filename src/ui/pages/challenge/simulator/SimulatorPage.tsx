import { useText } from '../../../components/TextProvider';

export function SimulatorPage() {
  const { t } = useText();
  return <h1>{t('simulation.title')}</h1>;
}
