import { pageAttribute } from './pageAttribute';

const FORMAT = /mso-number-format\s*:\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^;}]+)/i;
const MOST_RULES = 5000;

/** The number formats that a page's styles give by class. */
export function styleFormats(css: string): Map<string, string> {
  const formats = new Map<string, string>();
  let at = 0;
  for (let rules = 0; rules < MOST_RULES; rules++) {
    const open = css.indexOf('{', at);
    const close = open < 0 ? -1 : css.indexOf('}', open);
    if (close < 0) break;
    const format = formatIn(css.slice(open, close));
    if (format !== null) for (const [, name] of css.slice(at, open).matchAll(/\.([\w-]+)/g)) formats.set(name, format);
    at = close + 1;
  }
  return formats;
}

/** The number format of a cell: its own, else that of its class; '' without one. */
export function cellFormat(tag: string, formats: ReadonlyMap<string, string>): string {
  if (tag === '') return '';
  const own = formatIn(pageAttribute(tag, 'style') ?? '') ?? pageAttribute(tag, 'sdnum')?.split(';')[2];
  if (own !== undefined && own !== null) return own;
  const named =
    formats.size > 0 ? (pageAttribute(tag, 'class') ?? '').split(/\s+/).find((name) => formats.has(name)) : null;
  return named ? (formats.get(named) ?? '') : '';
}

/** Style sheets escape signs: \@ is text, \0022 a quote. */
function formatIn(css: string): string | null {
  const found = FORMAT.exec(css);
  if (!found) return null;
  const bare = found[1].trim().replace(/^(["'])(.*)\1$/s, '$2');
  return bare
    .replace(/\\([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\(.)/g, '$1');
}
