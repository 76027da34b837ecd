import { COMMON_CHARACTERS } from './commonCharacters';

const PROBE = 64 * 1024;
const COMMON = new Set(COMMON_CHARACTERS);

/**
 * How much bytes look like Chinese text in an encoding, 0 … 1: the share of characters from the everyday level of its own
 * table, and the share of characters that every sales file is full of. Wrong tables give rare characters and gaps.
 */
export function doubleByteScore(bytes: Uint8Array, encoding: 'gb18030' | 'big5'): number {
  const head = bytes.subarray(0, PROBE);
  const [first, last] = encoding === 'gb18030' ? [0xb0, 0xd7] : [0xa4, 0xc6];
  let pairs = 0;
  let everyday = 0;
  for (let i = 0; i + 1 < head.length; i++) {
    const lead = head[i];
    if (lead < 0x81) continue;
    const trail = head[i + 1];
    pairs++;
    if (trail < 0x40 && !(trail >= 0x30 && trail <= 0x39)) continue;
    // Punctuation of full width counts neither way.
    if (lead === 0xa1 || lead === 0xa2 || (lead === 0xa3 && encoding === 'gb18030')) pairs--;
    else if (lead >= first && lead <= last && (encoding === 'big5' || trail >= 0xa1)) everyday++;
    i++;
  }
  if (pairs === 0) return 0;
  let shown = 0;
  let common = 0;
  let broken = 0;
  for (const character of new TextDecoder(encoding).decode(head, { stream: true })) {
    if (character < '\u0100') continue;
    if (character === '\uFFFD') broken++;
    // Signs and full-width forms say nothing.
    else if (character >= '\u3400' && character < '\uFF00') {
      shown++;
      if (COMMON.has(character)) common++;
    }
  }
  const share = shown === 0 ? 0 : common / shown;
  return Math.max(0, 0.5 * (everyday / pairs) + 0.5 * share - (2 * broken) / (shown + broken + 1));
}
