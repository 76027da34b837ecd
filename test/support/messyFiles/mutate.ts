import type { Random } from '~/engine/numeric';

/** Bytes that mean something to some reader. */
const SHARP = [
  0x22, 0x2c, 0x3b, 0x09, 0x7c, 0x0a, 0x0d, 0x00, 0x20, 0x2e, 0x2d, 0x30, 0x39, 0x28, 0x25, 0x3c, 0x80, 0xff, 0xfe,
  0xef, 0x27, 0x3d,
];
const TEXTS = [
  '__proto__',
  'constructor',
  '合计',
  '小计',
  '#DIV/0!',
  '1e999',
  '99999999999999999999',
  '万元',
  '\r\n\r\n',
  '""""',
  '2024年',
  '<table>',
  'sep=;\n',
  '=1+1',
];

/** A copy of bytes with one to eight things done to it that disks, mails, programs and people do. */
export function mutate(given: Uint8Array, random: Random): Uint8Array {
  let bytes: Uint8Array = given.slice();
  const pick = (n: number): number => Math.floor(random() * n);
  for (let times = 1 + pick(8); times > 0; times--) {
    const at = pick(bytes.length + 1);
    const length = pick(Math.max(1, Math.min(200, bytes.length - at)));
    switch (pick(9)) {
      case 0:
        if (at < bytes.length) bytes[at] ^= 1 << pick(8);
        break;
      case 1:
        if (at < bytes.length) bytes[at] = SHARP[pick(SHARP.length)];
        break;
      case 2:
        bytes = joined(bytes.subarray(0, at), bytes.subarray(at + length));
        break;
      case 3:
        bytes = joined(bytes.subarray(0, at), Uint8Array.of(SHARP[pick(SHARP.length)]), bytes.subarray(at));
        break;
      case 4:
        bytes = joined(bytes.subarray(0, at), new TextEncoder().encode(TEXTS[pick(TEXTS.length)]), bytes.subarray(at));
        break;
      case 5:
        bytes = joined(bytes.subarray(0, at + length), bytes.subarray(at));
        break;
      case 6:
        if (random() < 0.2) bytes = bytes.slice(0, at);
        break;
      case 7:
        if (random() < 0.2) bytes = bytes.slice(at);
        break;
      default: {
        const to = pick(bytes.length + 1);
        bytes = joined(bytes.subarray(0, to), bytes.subarray(at, at + length), bytes.subarray(to));
      }
    }
  }
  return bytes;
}

function joined(...parts: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
