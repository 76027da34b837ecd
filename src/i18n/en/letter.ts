import type { Dictionary } from '../translate';

export const letter: Dictionary['letter'] = {
  title: 'Target letters',
};
