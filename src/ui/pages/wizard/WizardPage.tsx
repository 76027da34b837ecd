import { SoonPage } from '../../components/SoonPage';

export function WizardPage() {
  return <SoonPage page="wizard" />;
}
