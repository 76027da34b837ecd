import { compoundOf } from './compoundOf';

export type XlsCell = string | number | boolean | null | { serial: number } | { error: number };

export interface XlsSheet {
  name: string;
  rows: XlsCell[][];
  /** 0 shown, 1 hidden, 2 very hidden. */
  state?: number;
  /** 0 cells, 1 Excel-4 macros, 2 chart. */
  kind?: number;
  merges?: [top: number, bottom: number, left: number, right: number][];
}

const record = (id: number, body: number[]): number[] => [
  id & 255,
  id >> 8,
  body.length & 255,
  body.length >> 8,
  ...body,
];
const u16 = (value: number): number[] => [value & 255, (value >> 8) & 255];
const u32 = (value: number): number[] => [...u16(value & 0xffff), ...u16(value >>> 16)];
const f64 = (value: number): number[] => [...new Uint8Array(new Float64Array([value]).buffer)];
const wide = (text: string): number[] => [...text].flatMap((sign) => u16(sign.charCodeAt(0)));

/** A workbook of Excel 97 with these sheets, byte by byte. */
export function xlsStream(
  sheets: XlsSheet[],
  options: { from1904?: boolean; before?: number[]; version?: number } = {},
) {
  const texts = [...new Set(sheets.flatMap(({ rows }) => rows.flat().filter((cell) => typeof cell === 'string')))];
  const begin = (kind: number): number[] =>
    record(0x809, [...u16(options.version ?? 0x600), ...u16(kind), ...u32(0), ...u32(0), ...u32(0)]);
  const bodies = sheets.map(({ rows, merges = [] }) => [
    ...begin(0x10),
    ...rows.flatMap((cells, row) => cells.flatMap((cell, column) => cellRecord(cell, { row, column, texts }))),
    ...(merges.length > 0
      ? record(0xe5, [...u16(merges.length), ...merges.flatMap((block) => block.flatMap(u16))])
      : []),
    ...record(0x0a, []),
  ]);
  const head = (places: number[]): number[] => [
    ...begin(5),
    ...(options.before ?? []),
    ...record(0x22, u16(options.from1904 ? 1 : 0)),
    // Two formats: a plain number, and number 14, a day.
    ...record(0xe0, [...u16(0), ...u16(0), ...Array<number>(16).fill(0)]),
    ...record(0xe0, [...u16(0), ...u16(14), ...Array<number>(16).fill(0)]),
    ...sheets.flatMap(({ name, state = 0, kind = 0 }, i) =>
      record(0x85, [...u32(places[i] ?? 0), state, kind, name.length, 1, ...wide(name)]),
    ),
    ...record(0xfc, [
      ...u32(texts.length),
      ...u32(texts.length),
      ...texts.flatMap((text) => [...u16(text.length), 1, ...wide(text)]),
    ]),
    ...record(0x0a, []),
  ];
  let at = head([]).length;
  const places = bodies.map((body) => {
    at += body.length;
    return at - body.length;
  });
  return Uint8Array.from([...head(places), ...bodies.flat()]);
}

export const xlsOf = (sheets: XlsSheet[], options: Parameters<typeof xlsStream>[1] = {}): Uint8Array =>
  compoundOf({ Workbook: xlsStream(sheets, options) });

function cellRecord(
  cell: XlsCell,
  { row, column, texts }: { row: number; column: number; texts: unknown[] },
): number[] {
  const place = (format: number): number[] => [...u16(row), ...u16(column), ...u16(format)];
  if (cell === null) return [];
  if (typeof cell === 'string') return record(0xfd, [...place(0), ...u32(texts.indexOf(cell))]);
  if (typeof cell === 'number') return record(0x203, [...place(0), ...f64(cell)]);
  if (typeof cell === 'boolean') return record(0x205, [...place(0), cell ? 1 : 0, 0]);
  if ('error' in cell) return record(0x205, [...place(0), cell.error, 1]);
  return record(0x203, [...place(1), ...f64(cell.serial)]);
}
