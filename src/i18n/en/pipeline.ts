import type { Dictionary } from '../translate';

export const pipeline: Dictionary['pipeline'] = {
  title: 'Pipeline',
  tab: {
    funnel: 'Funnel',
    deals: 'Deals',
    outlook: 'Forecast',
    rule: 'Stages',
  },
};
