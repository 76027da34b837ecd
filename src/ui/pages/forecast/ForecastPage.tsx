import { SoonPage } from '../../components/SoonPage';

export function ForecastPage() {
  return <SoonPage page="forecast" />;
}
