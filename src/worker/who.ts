/** The person at this device, as they called themselves: it stands in every entry from then on. */
export interface Who {
  name: string;
}

const MAX_NAME = 80;

/** Nobody has given a name yet. */
export const createWho = (): Who => ({ name: '' });

/** A name is one short line: what is longer or broken into lines is cut to one. */
export const introduced = (name: string): string => name.replace(/\s+/g, ' ').trim().slice(0, MAX_NAME);
