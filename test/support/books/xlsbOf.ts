import { zipSync } from 'fflate';

export type XlsbCell = { column: number; value: string | number | { serial: number } };

const u32 = (value: number): number[] => [0, 8, 16, 24].map((shift) => (value >>> shift) & 255);
const f64 = (value: number): number[] => [...new Uint8Array(new Float64Array([value]).buffer)];
const wide = (text: string): number[] => [
  ...u32(text.length),
  ...[...text].flatMap((sign) => [sign.charCodeAt(0) & 255, sign.charCodeAt(0) >> 8]),
];
const record = (id: number, body: number[]): number[] => [
  ...(id < 128 ? [id] : [(id & 127) | 128, id >> 7]),
  ...(body.length < 128 ? [body.length] : [(body.length & 127) | 128, body.length >> 7]),
  ...body,
];

/** A binary workbook whose only sheet has these rows, by row number from 0. */
export function xlsbOf(
  rows: [row: number, cells: XlsbCell[]][],
  options: { state?: number; from1904?: boolean } = {},
): Uint8Array {
  const cell = ({ column, value }: XlsbCell): number[] => {
    if (typeof value === 'string') return record(6, [...u32(column), ...u32(0), ...wide(value)]);
    const number = typeof value === 'number' ? value : value.serial;
    return record(5, [...u32(column), ...u32(typeof value === 'number' ? 0 : 1), ...f64(number)]);
  };
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const link = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${relation}/${type}" Target="${target}"/>`;
  const text = (content: string): Uint8Array => new TextEncoder().encode(content);
  const xf = (format: number): number[] => record(47, [0, 0, format, 0, ...Array<number>(12).fill(0)]);
  return zipSync({
    '[Content_Types].xml': text('<Types/>'),
    '_rels/.rels': text(`<Relationships>${link('r', 'officeDocument', 'xl/workbook.bin')}</Relationships>`),
    'xl/_rels/workbook.bin.rels': text(
      `<Relationships>${link('rId1', 'worksheet', 'worksheets/sheet1.bin')}${link('rId2', 'styles', 'styles.bin')}</Relationships>`,
    ),
    'xl/workbook.bin': Uint8Array.from([
      ...record(153, [...u32(options.from1904 ? 1 : 0), ...u32(0), ...u32(0)]),
      ...record(156, [...u32(options.state ?? 0), ...u32(1), ...wide('rId1'), ...wide('明细')]),
    ]),
    'xl/styles.bin': Uint8Array.from([...record(617, u32(2)), ...xf(0), ...xf(14), ...record(618, [])]),
    'xl/worksheets/sheet1.bin': Uint8Array.from(
      rows.flatMap(([row, cells]) => [
        ...record(0, [...u32(row), ...Array<number>(13).fill(0)]),
        ...cells.flatMap(cell),
      ]),
    ),
  });
}
