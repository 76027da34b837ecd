import type { Dictionary } from '../translate';

export const template: Dictionary['template'] = {
  title: 'Templates',
};
