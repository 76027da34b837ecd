import { xmlText } from './xmlText';

/** Value of an attribute in the raw text of a tag; null where it is missing. */
export function attribute(tag: string, name: string): string | null {
  const quick = tag.indexOf(` ${name}="`);
  if (quick >= 0) {
    const from = quick + name.length + 3;
    const to = tag.indexOf('"', from);
    if (to >= 0) return xmlText(tag.slice(from, to));
  }
  // Single quotes, line breaks and blanks around the sign are rare: nobody waits for them.
  if (!tag.includes(name)) return null;
  const found = new RegExp(`(?:^|[\\s"'])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return found ? xmlText(found[1] ?? found[2] ?? '') : null;
}

/** Value of an attribute whatever the short name of its namespace is: `id` finds r:id and rel:id. */
export function spacedAttribute(tag: string, name: string): string | null {
  const found = new RegExp(`[\\s"'][\\w.-]+:${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return found ? xmlText(found[1] ?? found[2] ?? '') : attribute(tag, name);
}
