import { SoonPage } from '../../components/SoonPage';

export function ReviewPage() {
  return <SoonPage page="review" />;
}
