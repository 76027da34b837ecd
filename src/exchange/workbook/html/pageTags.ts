/** Told of the tags and texts of a web page, in order; names in lower case. */
export interface PageListener {
  open(name: string, tag: string): void;
  close(name: string): void;
  text(raw: string): void;
  /** What stands between <style> and </style>. */
  style(css: string): void;
}

/** Their content is no text of the page. Nothing of it is ever run. */
const RAW = new Set(['script', 'style', 'noscript', 'template', 'textarea', 'title', 'svg', 'object', 'iframe']);

/** Walks over the tags of a page as browsers forgive them: missing ends, stray signs, comments, in one pass. */
export function pageTags(page: string, listener: PageListener): void {
  let at = 0;
  while (at < page.length) {
    const sign = page.indexOf('<', at);
    if (sign < 0) {
      listener.text(page.slice(at));
      return;
    }
    const next = page.charCodeAt(sign + 1) | 0x20;
    const isClose = page[sign + 1] === '/';
    if (page.startsWith('<!--', sign)) {
      if (sign > at) listener.text(page.slice(at, sign));
      at = after(page, '-->', sign + 4);
    } else if (page[sign + 1] === '!' || page[sign + 1] === '?') {
      if (sign > at) listener.text(page.slice(at, sign));
      at = after(page, '>', sign);
    } else if (isClose || (next >= 0x61 && next <= 0x7a)) {
      if (sign > at) listener.text(page.slice(at, sign));
      const end = tagEnd(page, sign);
      const tag = page.slice(sign + (isClose ? 2 : 1), end);
      const name = /^[a-z][\w:-]*/i.exec(tag)?.[0].toLowerCase() ?? '';
      at = end + 1;
      if (isClose) listener.close(name);
      else if (RAW.has(name) && !tag.endsWith('/')) at = rawContent(page, { name, from: at, listener });
      else listener.open(name, tag.slice(name.length));
    } else {
      // A lone sign, as in "profit < 5 %".
      listener.text(page.slice(at, sign + 1));
      at = sign + 1;
    }
  }
}

function rawContent(
  page: string,
  { name, from, listener }: { name: string; from: number; listener: PageListener },
): number {
  const closing = new RegExp(`</${name}`, 'gi');
  closing.lastIndex = from;
  const found = closing.exec(page);
  if (name === 'style') listener.style(page.slice(from, found?.index));
  return found ? after(page, '>', found.index) : page.length;
}

const after = (page: string, mark: string, from: number): number => {
  const found = page.indexOf(mark, from);
  return found < 0 ? page.length : found + mark.length;
};

function tagEnd(page: string, from: number): number {
  let quote = '';
  for (let i = from + 1; i < page.length; i++) {
    const sign = page[i];
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '>') return i;
    else if ((sign === '"' || sign === "'") && page[i - 1] === '=') quote = sign;
  }
  // A quote that never ends would swallow the page: the tag ends at its first sign then.
  const plain = page.indexOf('>', from);
  return plain < 0 ? page.length : plain;
}
