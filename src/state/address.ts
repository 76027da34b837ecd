import type { At } from '~/domain/cell';

/** An address as one param of a route: `region:2,seller:14`; all of it is ''. */
export const formatAt = (at: At): string =>
  Object.entries(at)
    .map(([dimension, code]) => `${dimension}:${code}`)
    .join(',');

/** The inverse; parts that are no address are left out, so that an old or broken link still leads somewhere. */
export function parseAt(text: string | undefined): At {
  const parts = (text ?? '').split(',').map((part) => /^([^:]+):(\d{1,9})$/.exec(part));
  return Object.fromEntries(parts.flatMap((part) => (part ? [[part[1], Number(part[2])]] : [])));
}
