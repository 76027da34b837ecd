import type { Dictionary } from '../translate';

export const challenge: Dictionary['challenge'] = {
  title: 'Target check',
  tab: {
    check: 'Difficulty',
    simulator: 'Simulator',
    balance: 'Balance',
    capacity: 'Capacity',
    letters: 'Target letters',
    rule: 'Limits',
  },
};
