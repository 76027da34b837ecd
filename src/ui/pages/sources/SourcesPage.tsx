import { SoonPage } from '../../components/SoonPage';

export function SourcesPage() {
  return <SoonPage page="sources" />;
}
