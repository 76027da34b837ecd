import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ARCHIVE_LIMITS } from '~/exchange/archive/archiveLimits';
import { openArchive } from '~/exchange/archive/openArchive';
import { zipDirectory } from '~/exchange/archive/zipDirectory';

const parts = {
  'a/b.xml': strToU8('甲'.repeat(5000)),
  'c.bin': Uint8Array.of(1, 2, 3),
  'empty.txt': new Uint8Array(0),
};

const codeOf = (bytes: Uint8Array, limits = ARCHIVE_LIMITS): string | null => {
  const found = zipDirectory(bytes, limits);
  return found.ok ? null : found.issues[0].code;
};

/** The large form of the end of a directory, as some programs write it for any file. */
function inLargeForm(bytes: Uint8Array): Uint8Array {
  const end = bytes.length - 22;
  const old = new DataView(bytes.buffer, bytes.byteOffset + end, 22);
  const all = new Uint8Array(bytes.length + 76);
  all.set(bytes.subarray(0, end));
  all.set(bytes.subarray(end), end + 76);
  const view = new DataView(all.buffer);
  view.setUint32(end, 0x06064b50, true);
  view.setBigUint64(end + 4, 44n, true);
  view.setBigUint64(end + 32, BigInt(old.getUint16(10, true)), true);
  view.setBigUint64(end + 40, BigInt(old.getUint32(12, true)), true);
  view.setBigUint64(end + 48, BigInt(old.getUint32(16, true)), true);
  view.setUint32(end + 56, 0x07064b50, true);
  view.setBigUint64(end + 64, BigInt(end), true);
  view.setUint16(end + 76 + 10, 0xffff, true);
  view.setUint32(end + 76 + 12, 0xffffffff, true);
  view.setUint32(end + 76 + 16, 0xffffffff, true);
  return all;
}

describe('a zip from anywhere', () => {
  it.each([0, 6] as const)('gives its parts back, packed at level %i', async (level) => {
    const opened = openArchive(zipSync(parts, { level }));
    if (!opened.ok) throw new Error(JSON.stringify(opened.issues));
    expect(opened.value.paths).toEqual(Object.keys(parts));
    for (const [path, content] of Object.entries(parts)) expect(await opened.value.read(path)).toEqual(content);
    expect(await opened.value.text('a/b.xml')).toBe('甲'.repeat(5000));
  });

  it('is read in the large form and behind a comment', () => {
    const bytes = zipSync(parts);
    expect(zipDirectory(inLargeForm(bytes))).toEqual(zipDirectory(bytes));
    const comment = strToU8('made by someone PK');
    const commented = Uint8Array.from([...bytes, ...comment]);
    new DataView(commented.buffer).setUint16(bytes.length - 2, comment.length, true);
    expect(zipDirectory(commented)).toEqual(zipDirectory(bytes));
  });

  it('is refused above each limit and taken at it', () => {
    const bytes = zipSync(parts);
    const unpacked = 15_003;
    expect(codeOf(bytes, { ...ARCHIVE_LIMITS, packed: bytes.length })).toBeNull();
    expect(codeOf(bytes, { ...ARCHIVE_LIMITS, packed: bytes.length - 1 })).toBe('workbook/tooLarge');
    expect(codeOf(bytes, { ...ARCHIVE_LIMITS, unpacked })).toBeNull();
    expect(codeOf(bytes, { ...ARCHIVE_LIMITS, unpacked: unpacked - 1 })).toBe('workbook/tooLarge');
    expect(codeOf(bytes, { ...ARCHIVE_LIMITS, entries: 3 })).toBeNull();
    expect(codeOf(bytes, { ...ARCHIVE_LIMITS, entries: 2 })).toBe('workbook/unsafe');
    expect(codeOf(bytes, { ...ARCHIVE_LIMITS, ratio: 100, ratioFrom: 10_000 })).toBe('workbook/unsafe');
    expect(codeOf(bytes, { ...ARCHIVE_LIMITS, ratio: 100, ratioFrom: 20_000 })).toBeNull();
  });

  it('holds to what it claimed while it is unpacked', async () => {
    const bytes = zipSync({ 'a.txt': strToU8('x'.repeat(500)) });
    const place = new DataView(bytes.buffer).getUint32(bytes.length - 6, true);
    const lying = bytes.slice();
    new DataView(lying.buffer).setUint32(place + 24, 499, true);
    const opened = openArchive(lying);
    if (!opened.ok) throw new Error(JSON.stringify(opened.issues));
    await expect(opened.value.read('a.txt')).rejects.toMatchObject({ issue: { code: 'workbook/unsafe' } });
    const summed = bytes.slice();
    new DataView(summed.buffer).setUint32(place + 16, 1, true);
    const wrong = openArchive(summed);
    if (!wrong.ok) throw new Error(JSON.stringify(wrong.issues));
    await expect(wrong.value.read('a.txt')).rejects.toMatchObject({ issue: { code: 'workbook/damaged' } });
  });
});
