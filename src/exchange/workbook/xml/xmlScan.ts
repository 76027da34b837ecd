import { issue } from '~/domain/issue';
import { Refusal } from '../../archive/refusal';

/** Told of what stands in an XML text, in order. Names come without the short name of their namespace. */
export interface XmlListener {
  /** `tag` is the raw text after the name: `attribute` reads it. */
  open(name: string, tag: string): void;
  close(name: string): void;
  /** Raw, in one or several pieces: `xmlText` puts names and numbers of characters in. */
  text(raw: string): void;
}

export interface XmlScan {
  push(piece: string): void;
  end(): void;
}

const LONGEST_TAG = 1 << 20;
const LONGEST_ENTITY = 12;
const SKIPS = [
  { from: '<!--', to: '-->' },
  { from: '<?', to: '?>' },
  { from: '<![CDATA[', to: ']]>' },
] as const;
const CDATA = SKIPS[2];

/**
 * Reads XML piece by piece in constant memory. It knows no entities but those of XML itself and refuses a document type
 * (which no spreadsheet has, and which entity bombs need); tags that were never closed are the listener's business.
 */
export function createXmlScan(listener: XmlListener): XmlScan {
  let rest = '';
  let skipping: (typeof SKIPS)[number] | null = null;

  /** The place after a part that is passed over, or -1 where its end is still to come. */
  const skip = (buffer: string, at: number, part: (typeof SKIPS)[number]): number => {
    const end = buffer.indexOf(part.to, at);
    const until = end < 0 ? Math.max(at, buffer.length - part.to.length + 1) : end;
    if (part === CDATA && until > at) listener.text(buffer.slice(at, until).replaceAll('&', '&amp;'));
    skipping = end < 0 ? part : null;
    rest = end < 0 ? buffer.slice(until) : '';
    return end < 0 ? -1 : end + part.to.length;
  };

  const push = (piece: string): void => {
    const buffer = rest + piece;
    rest = '';
    let at = skipping ? skip(buffer, 0, skipping) : 0;
    while (at >= 0 && at < buffer.length) {
      const sign = buffer.indexOf('<', at);
      if (sign < 0) {
        const cut = wholeText(buffer, at);
        if (cut > at) listener.text(buffer.slice(at, cut));
        rest = buffer.slice(cut);
        return;
      }
      if (sign > at) listener.text(buffer.slice(at, sign));
      const second = buffer.charCodeAt(sign + 1);
      if (second === 0x21 || second === 0x3f || Number.isNaN(second)) {
        const part = SKIPS.find(({ from }) => buffer.startsWith(from, sign));
        if (part) {
          at = skip(buffer, sign + part.from.length, part);
          continue;
        }
        if (buffer.length - sign >= CDATA.from.length) throw new Refusal(issue('workbook/unsafe', { what: 'doctype' }));
        rest = buffer.slice(sign);
        return;
      }
      const end = tagEnd(buffer, sign + 1);
      if (end < 0) {
        if (buffer.length - sign > LONGEST_TAG) throw new Refusal(issue('workbook/unsafe', { what: 'tag' }));
        rest = buffer.slice(sign);
        return;
      }
      tell(buffer, sign + 1, end);
      at = end + 1;
    }
  };

  const tell = (buffer: string, from: number, end: number): void => {
    const isClose = buffer.charCodeAt(from) === 0x2f;
    const isEmpty = !isClose && buffer.charCodeAt(end - 1) === 0x2f;
    const start = isClose ? from + 1 : from;
    const last = isEmpty ? end - 1 : end;
    let nameEnd = start;
    let local = start;
    for (; nameEnd < last; nameEnd++) {
      const code = buffer.charCodeAt(nameEnd);
      if (code <= 0x20) break;
      if (code === 0x3a) local = nameEnd + 1;
    }
    const name = buffer.slice(local, nameEnd);
    if (isClose) listener.close(name);
    else {
      listener.open(name, nameEnd === last ? '' : buffer.slice(nameEnd, last));
      if (isEmpty) listener.close(name);
    }
  };

  return {
    push,
    end: () => {
      if (rest !== '' && !skipping && !rest.startsWith('<')) listener.text(rest);
      rest = '';
    },
  };
}

/** The sign that closes a tag; one inside a quoted value does not. */
function tagEnd(buffer: string, from: number): number {
  let quote = 0;
  for (let i = from; i < buffer.length; i++) {
    const code = buffer.charCodeAt(i);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 0x3e) return i;
    else if (code === 0x22 || code === 0x27) quote = code;
  }
  return -1;
}

/** Where text can be cut without cutting the name of a character in two. */
function wholeText(buffer: string, from: number): number {
  const entity = buffer.lastIndexOf('&');
  return entity >= from && buffer.length - entity < LONGEST_ENTITY && !buffer.includes(';', entity)
    ? entity
    : buffer.length;
}
