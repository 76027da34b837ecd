import { foldKey } from '~/domain/dimension';

/** Names as typed or pasted, one per line or cell; the same name twice is one. */
export function memberNames(text: string): string[] {
  const names = new Map<string, string>();
  for (const part of text.split(/[\r\n\t]+/)) {
    const name = part.replace(/\s+/g, ' ').trim();
    const key = foldKey(name);
    if (key !== '' && !names.has(key)) names.set(key, name);
  }
  return [...names.values()];
}

/** Lines of the cross product; a dimension without names makes none. */
export const crossLines = (lists: readonly (readonly string[])[]): number =>
  lists.length === 0 ? 0 : lists.reduce((product, list) => product * list.length, 1);
