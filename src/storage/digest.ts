import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Entry } from '~/domain/journal';

/**
 * The link of an entry in the journal's chain: SHA-256 over the link before and all the entry says, typed arrays as
 * bytes. Synchronous, so that it is ready before a transaction begins, and without WebCrypto, which plain http lacks.
 */
export function digestOf(entry: Omit<Entry, 'digest'>): string {
  const hash = sha256.create();
  const text = new TextEncoder();
  const arrays: Uint8Array[] = [];
  const words = JSON.stringify(entry, (_key, value: unknown) => {
    if (!ArrayBuffer.isView(value)) return value;
    arrays.push(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
    return `bytes:${value.byteLength}`;
  });
  hash.update(text.encode(words));
  for (const bytes of arrays) hash.update(bytes);
  return bytesToHex(hash.digest());
}

/** SHA-256 of some bytes as hexadecimal text. */
export const digestOfBytes = (bytes: Uint8Array): string => bytesToHex(sha256(bytes));
