import { SoonPage } from '../../components/SoonPage';

export function HomePage() {
  return <SoonPage page="home" />;
}
