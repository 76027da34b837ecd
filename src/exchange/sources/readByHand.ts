import type { ImportProfile, ReadByHand } from '~/domain/importProfile';
import type { TableFormat } from '~/domain/packView';
import { distinctHeaders } from '../csv/distinctHeaders';
import type { OpenedTable } from './openTables';
import { profileId } from './profile';

/** What another file may say by itself: it was set against a proposal, and holds where the same is proposed again. */
const AGAINST = ['encoding', 'delimiter', 'unit', 'from1904'] as const;

/** How a table was proposed to be read, before a person set anything. */
export interface SeenTable {
  format: TableFormat;
  /** Signature of the headers it showed then. */
  signature: string;
  /** What was set the last time against another proposal than this file's: it waits for a file like that one. */
  waits: ReadByHand;
}

/** A table as it was proposed to be read, beside what is remembered of the last one like it. */
export function seenTable(
  { format, headers }: Pick<OpenedTable['table'], 'format' | 'headers'>,
  profiles: ReadonlyMap<string, ImportProfile>,
): SeenTable {
  const signature = profileId(headers);
  const { against = {}, ...hand } = profiles.get(signature)?.format ?? {};
  const waiting = AGAINST.filter((key) => key in against && against[key] !== format[key]);
  const pick = (from: Partial<TableFormat>) => Object.fromEntries(waiting.map((key) => [key, from[key]]));
  return { format, signature, waits: waiting.length > 0 ? { ...pick(hand), against: pick(against) } : {} };
}

/** Of what a person set, what next month's file will need again. Its header may stand some lines higher or lower. */
export function byHandOf(given: Partial<TableFormat>, { format: seen, waits }: SeenTable): ReadByHand {
  const { headerRow, headerRows, unpivot, dateOrder, decimalMark } = given;
  const hand: ReadByHand = {
    ...waits,
    // Answers to questions are kept though the proposal guessed the same.
    ...(dateOrder ? { dateOrder } : {}),
    ...(decimalMark ? { decimalMark } : {}),
    ...(unpivot === undefined || unpivot === seen.unpivot ? {} : { unpivot }),
    ...(headerRows === undefined || headerRows === seen.headerRows ? {} : { headerRows }),
  };
  if (headerRow !== undefined && headerRow !== seen.headerRow) hand.headerShift = headerRow - seen.headerRow;
  if (headerRow === 0) hand.headerRows = 0;
  const changed = AGAINST.filter((key) => given[key] !== undefined && given[key] !== seen[key]);
  const pick = (from: Partial<TableFormat>) => Object.fromEntries(changed.map((key) => [key, from[key]]));
  return changed.length === 0 ? hand : { ...hand, ...pick(given), against: { ...waits.against, ...pick(seen) } };
}

/**
 * How a table is to be read as the last one like it was, where a person had to say so: known by the headers it shows at
 * first, or by one of its first lines that was a header before. Null where there is nothing to set.
 */
export function rememberedFormat(
  { format: seen, headers, raw = [] }: Pick<OpenedTable['table'], 'format' | 'headers' | 'raw'>,
  profiles: ReadonlyMap<string, ImportProfile>,
): Partial<TableFormat> | null {
  const known = profiles.get(profileId(headers));
  if (known) return known.format ? formatOf(known.format, seen) : null;
  for (const { row, cells } of raw) {
    const width = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
    const line = profiles.get(profileId(distinctHeaders(cells.slice(0, width)).headers));
    if (width < 2 || !line || line.readAs !== undefined) continue;
    return { ...formatOf({ ...line.format, headerShift: 0 }, seen), headerRow: row, headerRows: 1 };
  }
  return null;
}

function formatOf({ headerShift, against, ...set }: ReadByHand, seen: TableFormat): Partial<TableFormat> | null {
  const format: Partial<TableFormat> = { ...set };
  for (const key of AGAINST) if (against && key in against && against[key] !== seen[key]) delete format[key];
  if (set.headerRows === 0) format.headerRow = 0;
  else if (headerShift) format.headerRow = Math.max(1, seen.headerRow + headerShift);
  else if (set.headerRows !== undefined) format.headerRow = seen.headerRow;
  if (format.headerRow !== undefined) format.headerRows = set.headerRows ?? seen.headerRows;
  return Object.keys(format).length > 0 ? format : null;
}
