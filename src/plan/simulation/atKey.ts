import type { At } from '~/domain/cell';

/** One text per address, whatever order its dimensions were named in. */
export const atKey = (at: At): string =>
  Object.keys(at)
    .sort()
    .map((dimension) => `${dimension}:${at[dimension]}`)
    .join();
