import { type Issue, issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import { ARCHIVE_LIMITS, type ArchiveLimits } from './archiveLimits';

/** One part of a zip, as its central directory tells. */
export interface ZipEntry {
  path: string;
  isDeflated: boolean;
  /** Where its packed bytes begin, and how many they are. */
  start: number;
  packed: number;
  /** Bytes once unpacked: told, not yet known. */
  size: number;
  crc: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END64_LOCATOR = 0x07064b50;
const END64 = 0x06064b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const IN_64 = 0xffffffff;

/**
 * What parts a zip has, without unpacking any. Refused, with the reason: files above the limits, parts that would grow
 * suspiciously, encrypted parts, paths that lead out of the archive or stand there twice, parts that lie over each other,
 * and directories that do not fit the file. Sizes are what the file claims; `openArchive` holds it to them.
 */
export function zipDirectory(bytes: Uint8Array, limits: ArchiveLimits = ARCHIVE_LIMITS): Result<ZipEntry[]> {
  if (bytes.length > limits.packed) return fail(tooLarge(bytes.length, limits.packed));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (!end || end.at + end.size > bytes.length) return fail(unreadable);
  if (end.entries > limits.entries) return fail(issue('workbook/unsafe', { what: 'entries', count: end.entries }));
  const entries: ZipEntry[] = [];
  const paths = new Set<string>();
  let at = end.at;
  let total = 0;
  for (let left = end.entries; left > 0; left--) {
    const read = entryAt(bytes, view, at);
    if (!read) return fail(unreadable);
    if (read.isEncrypted) return fail(issue('workbook/encrypted'));
    const { entry } = read;
    at = read.next;
    if (isTrick(entry.path)) return fail(issue('workbook/unsafe', { what: 'path', path: entry.path.slice(0, 80) }));
    if (paths.has(entry.path)) return fail(issue('workbook/unsafe', { what: 'twice', path: entry.path.slice(0, 80) }));
    paths.add(entry.path);
    total += entry.size;
    if (total > limits.unpacked) return fail(tooLarge(total, limits.unpacked));
    if (entry.size > limits.ratioFrom && entry.size > entry.packed * limits.ratio)
      return fail(issue('workbook/unsafe', { what: 'ratio', path: entry.path.slice(0, 80) }));
    entries.push(entry);
  }
  return overlap(entries) ? fail(issue('workbook/unsafe', { what: 'overlap' })) : ok(entries);
}

const unreadable: Issue = issue('workbook/unreadable');

const tooLarge = (size: number, limit: number): Issue =>
  issue('workbook/tooLarge', { size: Math.ceil(size / 1024 / 1024), limit: Math.floor(limit / 1024 / 1024) });

interface DirectoryPlace {
  at: number;
  size: number;
  entries: number;
}

function endOf(view: DataView): DirectoryPlace | null {
  const last = view.byteLength - END_SIZE;
  for (let at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--) {
    if (view.getUint32(at, true) !== END) continue;
    const place = {
      entries: view.getUint16(at + 10, true),
      size: view.getUint32(at + 12, true),
      at: view.getUint32(at + 16, true),
    };
    const needs64 = place.entries === 0xffff || place.size === IN_64 || place.at === IN_64;
    return needs64 ? end64Of(view, at - 20) : place;
  }
  return null;
}

/** Some programs write the large form always, even of small files. */
function end64Of(view: DataView, locator: number): DirectoryPlace | null {
  if (locator < 0 || view.getUint32(locator, true) !== END64_LOCATOR) return null;
  const at = number64(view, locator + 8);
  if (at === null || at + 56 > view.byteLength || view.getUint32(at, true) !== END64) return null;
  const entries = number64(view, at + 32);
  const size = number64(view, at + 40);
  const start = number64(view, at + 48);
  return entries === null || size === null || start === null ? null : { entries, size, at: start };
}

function number64(view: DataView, at: number): number | null {
  const value = Number(view.getBigUint64(at, true));
  return Number.isSafeInteger(value) ? value : null;
}

function entryAt(
  bytes: Uint8Array,
  view: DataView,
  at: number,
): { entry: ZipEntry; isEncrypted: boolean; next: number } | null {
  if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) return null;
  const nameEnd = at + 46 + view.getUint16(at + 28, true);
  const extraEnd = nameEnd + view.getUint16(at + 30, true);
  const next = extraEnd + view.getUint16(at + 32, true);
  if (next > bytes.length) return null;
  const method = view.getUint16(at + 10, true);
  if (method !== 0 && method !== 8) return null;
  const told = {
    size: view.getUint32(at + 24, true),
    packed: view.getUint32(at + 20, true),
    local: view.getUint32(at + 42, true),
  };
  const sizes = Object.values(told).includes(IN_64) ? large(view, told, { from: nameEnd, to: extraEnd }) : told;
  if (!sizes || sizes.local + 30 > bytes.length || view.getUint32(sizes.local, true) !== LOCAL) return null;
  const start = sizes.local + 30 + view.getUint16(sizes.local + 26, true) + view.getUint16(sizes.local + 28, true);
  if (start + sizes.packed > bytes.length || (method === 0 && sizes.packed !== sizes.size)) return null;
  return {
    entry: {
      path: new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)),
      isDeflated: method === 8,
      start,
      packed: sizes.packed,
      size: sizes.size,
      crc: view.getUint32(at + 16, true),
    },
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    next,
  };
}

type Sizes = { size: number; packed: number; local: number };

/** Numbers that did not fit stand in a block of their own, in this order, those that fit left out. */
function large(view: DataView, told: Sizes, extra: { from: number; to: number }): Sizes | null {
  for (let at = extra.from; at + 4 <= extra.to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    const end = Math.min(extra.to, at + 4 + view.getUint16(at + 2, true));
    const sizes = { ...told };
    let from = at + 4;
    for (const part of ['size', 'packed', 'local'] as const) {
      if (told[part] !== IN_64) continue;
      const value = from + 8 <= end ? number64(view, from) : null;
      if (value === null) return null;
      sizes[part] = value;
      from += 8;
    }
    return sizes;
  }
  return null;
}

const isTrick = (path: string): boolean =>
  path === '' || /^[/\\]|^[a-z]:|\\|\0/i.test(path) || path.split('/').some((step) => step === '..');

function overlap(entries: readonly ZipEntry[]): boolean {
  const inOrder = entries.filter(({ packed }) => packed > 0).sort((a, b) => a.start - b.start);
  return inOrder.some(({ start }, i) => i > 0 && start < inOrder[i - 1].start + inOrder[i - 1].packed);
}
