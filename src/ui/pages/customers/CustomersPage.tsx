import { SoonPage } from '../../components/SoonPage';

export function CustomersPage() {
  return <SoonPage page="customers" />;
}
