import type { Dictionary } from '../translate';

export const growth: Dictionary['growth'] = {
  title: 'Growth sources',
  hint: 'Type each source ({unit}); a loss is negative. What is typed below adds up here.',
};
