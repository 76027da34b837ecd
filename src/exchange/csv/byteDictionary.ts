/**
 * Codes for the distinct cells of one column, found by their bytes: a cell that was seen before is never decoded.
 * Code 0, 1, 2 … in order of appearance, the same however the file was cut into chunks. Equality is exact: the hash only
 * finds the place. Plain arrays inside, so no text can collide with a property name.
 */
export class ByteDictionary {
  size = 0;
  /** True when some entry could not be decoded: then `isBad` is worth asking. */
  hasBad = false;
  #slots = new Int32Array(1024);
  #mask = 1023;
  #hashes = new Int32Array(512);
  /** `#offsets[code] … #offsets[code + 1]` in the arena. */
  #offsets = new Uint32Array(513);
  #arena = new Uint8Array(8192);
  #entries = viewOf(this.#arena);
  /** The bytes that were read last, and the same by words. */
  #source: Uint8Array = new Uint8Array(0);
  #view = viewOf(this.#source);
  #texts: (string | undefined)[] = [];
  #bad: Set<number> = new Set();
  #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  #encoding = 'utf-8';

  /** New entries are decoded with this from now on: files of one import may differ. */
  setEncoding(encoding: 'utf-8' | 'gb18030'): void {
    if (encoding === this.#encoding) return;
    this.#encoding = encoding;
    this.#decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  }

  isBad(code: number): boolean {
    return this.#bad.has(code);
  }

  text(code: number): string {
    const known = this.#texts[code];
    if (known !== undefined) return known;
    // Entries beyond ASCII were decoded when they came: what is left is ASCII in every encoding.
    const bytes = this.#arena.subarray(this.#offsets[code], this.#offsets[code + 1]);
    const text = ASCII.decode(bytes);
    this.#texts[code] = text;
    return text;
  }

  codeOf(bytes: Uint8Array, start: number, end: number): number {
    if (bytes !== this.#source) {
      this.#source = bytes;
      this.#view = viewOf(bytes);
    }
    const view = this.#view;
    const length = end - start;
    const lastWord = end - 4;
    // Four bytes a step (murmur3's rounds), the last step over the last four: a multiplication per byte would wait for the
    // one before.
    let hash = length;
    if (length >= 4) {
      for (let at = start; at < lastWord; at += 4) hash = mixed(hash, view.getInt32(at, true));
      hash = mixed(hash, view.getInt32(lastWord, true));
    } else {
      for (let at = start; at < end; at++) hash = Math.imul(hash ^ bytes[at], 0x9e3779b1);
    }
    hash ^= hash >>> 15;
    let slot = hash & this.#mask;
    for (;;) {
      const code = this.#slots[slot] - 1;
      if (code < 0) return this.#add(bytes, start, end, hash, slot);
      if (this.#hashes[code] === hash && this.#isEntry(code, start, length)) return code;
      slot = (slot + 1) & this.#mask;
    }
  }

  /** Whether the cell says what the entry says, byte for byte, by words where there is one. */
  #isEntry(code: number, start: number, length: number): boolean {
    const offset = this.#offsets[code];
    if (this.#offsets[code + 1] - offset !== length) return false;
    const view = this.#view;
    const entries = this.#entries;
    const lastWord = length - 4;
    if (lastWord < 0) {
      for (let i = 0; i < length; i++) if (entries.getUint8(offset + i) !== view.getUint8(start + i)) return false;
      return true;
    }
    for (let i = 0; i < lastWord; i += 4) {
      if (entries.getInt32(offset + i, true) !== view.getInt32(start + i, true)) return false;
    }
    return entries.getInt32(offset + lastWord, true) === view.getInt32(start + lastWord, true);
  }

  #add(bytes: Uint8Array, start: number, end: number, hash: number, slot: number): number {
    const code = this.size++;
    if (code === this.#hashes.length) {
      this.#offsets = grown(this.#offsets, new Uint32Array(code * 2 + 1));
      this.#hashes = grown(this.#hashes, new Int32Array(code * 2));
    }
    const offset = this.#offsets[code];
    const length = end - start;
    if (offset + length > this.#arena.length) {
      this.#arena = grown(this.#arena, new Uint8Array((offset + length) * 2));
      this.#entries = viewOf(this.#arena);
    }
    let high = 0;
    for (let i = 0; i < length; i++) {
      const byte = bytes[start + i];
      this.#arena[offset + i] = byte;
      high |= byte;
    }
    this.#offsets[code + 1] = offset + length;
    this.#hashes[code] = hash;
    this.#slots[slot] = code + 1;
    if (high >= 0x80) this.#decode(code, bytes.subarray(start, end));
    if (this.size * 2 > this.#slots.length) this.#rehash();
    return code;
  }

  #decode(code: number, bytes: Uint8Array): void {
    try {
      this.#texts[code] = this.#decoder.decode(bytes);
    } catch {
      this.#texts[code] = new TextDecoder(this.#encoding).decode(bytes);
      this.#bad.add(code);
      this.hasBad = true;
    }
  }

  #rehash(): void {
    this.#slots = new Int32Array(this.#slots.length * 4);
    this.#mask = this.#slots.length - 1;
    for (let code = 0; code < this.size; code++) {
      let slot = this.#hashes[code] & this.#mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & this.#mask;
      this.#slots[slot] = code + 1;
    }
  }
}

const ASCII = new TextDecoder('utf-8', { ignoreBOM: true });

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function mixed(hash: number, word: number): number {
  const next = hash ^ Math.imul(word, 0xcc9e2d51);
  return Math.imul((next << 13) | (next >>> 19), 0x85ebca6b);
}

function grown<T extends Uint8Array | Int32Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
