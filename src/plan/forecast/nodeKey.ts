import type { At } from '~/domain/cell';

/** One text per node, whatever order its dimensions were named in; '' is all of it. */
export const nodeKey = (at: At): string =>
  Object.keys(at)
    .sort()
    .map((dimension) => `${dimension}:${at[dimension]}`)
    .join(',');
