import { SoonPage } from '../../components/SoonPage';

export function ImportPage() {
  return <SoonPage page="import" />;
}
