import type { Dictionary } from '../translate';

export const unit: Dictionary['unit'] = {
  yuan: { one: '¥', thousand: '¥ k', tenThousand: '¥ 10k', million: '¥ M', hundredMillion: '¥ 100M' },
  scale: { thousand: 'k', tenThousand: '10k', million: 'M', hundredMillion: '100M' },
};
