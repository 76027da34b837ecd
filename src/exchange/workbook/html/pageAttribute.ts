import { pageEntities } from './pageEntities';

const PATTERNS = new Map<string, RegExp>();

/** Value of an attribute in the raw text of a tag, quoted or not, in any case; '' where it stands without one, null without it. */
export function pageAttribute(tag: string, name: string): string | null {
  if (tag === '') return null;
  let pattern = PATTERNS.get(name);
  if (!pattern) {
    pattern = new RegExp(`(?:^|[\\s"'])${name}(?:\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))|(?=[\\s/]|$))`, 'i');
    PATTERNS.set(name, pattern);
  }
  const found = pattern.exec(tag);
  return found ? pageEntities(found[1] ?? found[2] ?? found[3] ?? '') : null;
}
