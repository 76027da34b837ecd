import ChartLine from 'lucide-solid/icons/chart-line';
import ChartColumn from 'lucide-solid/icons/chart-no-axes-column';
import Database from 'lucide-solid/icons/database';
import Filter from 'lucide-solid/icons/funnel';
import Gauge from 'lucide-solid/icons/gauge';
import House from 'lucide-solid/icons/house';
import Table from 'lucide-solid/icons/table-2';
import Users from 'lucide-solid/icons/users';
import type { PageId } from '~/state/route';
import type { Icon } from '../components/Button';

export interface RailPlace {
  page: Extract<PageId, 'home' | 'plan' | 'challenge' | 'customers' | 'pipeline' | 'forecast' | 'review' | 'sources'>;
  icon: Icon;
}

/** Where one can go, in the order people think: status, plan, is it reasonable, who, what is on its way, what will come, how are we doing; data last. */
export const RAIL_PLACES: readonly RailPlace[] = [
  { page: 'home', icon: House },
  { page: 'plan', icon: Table },
  { page: 'challenge', icon: Gauge },
  { page: 'customers', icon: Users },
  { page: 'pipeline', icon: Filter },
  { page: 'forecast', icon: ChartLine },
  { page: 'review', icon: ChartColumn },
  { page: 'sources', icon: Database },
];
