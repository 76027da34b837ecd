const SIGNATURES: readonly [kind: string, ...bytes: number[]][] = [
  ['xlsx', 0x50, 0x4b, 0x03, 0x04],
  ['xls', 0xd0, 0xcf, 0x11, 0xe0],
  ['pdf', 0x25, 0x50, 0x44, 0x46],
  ['gzip', 0x1f, 0x8b],
  ['png', 0x89, 0x50, 0x4e, 0x47],
  ['jpeg', 0xff, 0xd8, 0xff],
  ['sqlite', 0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66],
];

/** What kind of binary file these first bytes belong to ('xlsx', 'pdf', … or 'unknown'); null for what may be text. */
export function binaryKind(head: Uint8Array): string | null {
  for (const [kind, ...bytes] of SIGNATURES) {
    if (bytes.every((byte, i) => head[i] === byte)) return kind;
  }
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return null;
  const probe = head.subarray(0, 4096);
  let zerosEven = 0;
  let zerosOdd = 0;
  let control = 0;
  for (let i = 0; i < probe.length; i++) {
    const byte = probe[i];
    if (byte === 0) {
      if (i % 2 === 0) zerosEven++;
      else zerosOdd++;
    } else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 26) control++;
  }
  const utf16 = Math.min(zerosEven, zerosOdd) < Math.max(zerosEven, zerosOdd) * 0.1;
  if (zerosEven + zerosOdd > 0 && !utf16) return 'unknown';
  // The halves of Chinese characters are any bytes at all.
  if (zerosEven + zerosOdd > probe.length * 0.025) return null;
  return control > probe.length * 0.02 ? 'unknown' : null;
}
