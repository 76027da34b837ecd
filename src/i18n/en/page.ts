import type { Dictionary } from '../translate';

export const page: Dictionary['page'] = {
  start: 'Start',
  home: 'Home',
  plan: 'Plan',
  challenge: 'Check',
  customers: 'Customers',
  pipeline: 'Pipeline',
  forecast: 'Forecast',
  review: 'Review',
  sources: 'Data',
  import: 'Import data',
  wizard: 'New plan',
};
