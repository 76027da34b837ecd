import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { rowTexts } from '~/exchange/csv/cellText';
import type { Encoding } from '~/exchange/csv/encoding';
import { createCsvScanner } from '~/exchange/csv/scanner';
import { delimiterByte, scanEncoding, textBytes } from '~/exchange/csv/textBytes';
import { textGrid } from '~/exchange/table/textGrid';
import { encodeText } from '../../support/messyFiles/encodeText';
import { everyByte, rowsOf } from './rowsOf';

const cellsOf = (text: string, options = {}): string[][] => rowsOf(text, options).map((row) => row.cells);

const cell = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    '__proto__',
    'constructor',
    '客户甲',
    '12.50',
    '-3',
    ' x ',
    '"',
    '""',
    'a"b',
    ',',
    '\n',
    '\r\n',
    ';',
  ),
  fc.string({ unit: fc.constantFrom('a', '1', '中', '"', ',', '\n', '\r\n', ' ', '\t', ';', '|', '😀'), maxLength: 8 }),
);
const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 8 });
const delimiters = fc.constantFrom(',', ';', '\t', '|', '^', '~');

const write = (rows: string[][], delimiter: string, newline: string): string =>
  rows
    .map((cells) => cells.map((c) => (/["\r\n,;\t|^~ ]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c)).join(delimiter))
    .join(newline);

describe('CSV scanner', () => {
  it('gives the cells PapaParse gives, for any table, delimiter and line end', () => {
    fc.assert(
      fc.property(table, delimiters, fc.constantFrom('\n', '\r\n'), fc.boolean(), (rows, delimiter, newline, last) => {
        const text = write(rows, delimiter, newline) + (last ? newline : '');
        const oracle = Papa.parse<string[]>(text, { delimiter, newline, skipEmptyLines: true }).data;
        expect(cellsOf(text, { delimiter })).toEqual(oracle);
      }),
      { numRuns: 1500, seed: 11 },
    );
  });

  it('gives the cells PapaParse gives of every encoding, with every delimiter, wherever the chunks are cut', async () => {
    const texts = ['甲', '陳', '客户|公司', '臺^北', '~', 'é', 'ß', '"', ',', ';', '12.50', 'Łódź', '\n', '囗|', '顆^'];
    const encodings: [Encoding, RegExp][] = [
      ['utf-8', /^/u],
      ['utf-16le', /^/u],
      ['utf-16be', /^/u],
      ['gb18030', /^[^éßŁźó]*$/u],
      ['big5', /^[^éßŁźó户]*$/u],
      ['windows-1252', /^[\p{ASCII}éß]*$/u],
      ['windows-1250', /^[\p{ASCII}éßŁódź]*$/u],
    ];
    const cases = fc.record({
      rows: fc.array(fc.array(fc.constantFrom(...texts), { minLength: 2, maxLength: 4 }), {
        minLength: 1,
        maxLength: 5,
      }),
      encoding: fc.constantFrom(...encodings),
      delimiter: delimiters,
      cut: fc.nat(40),
    });
    await fc.assert(
      fc.asyncProperty(cases, async ({ rows, encoding: [encoding, fits], delimiter, cut }) => {
        const text = write(
          rows.map((cells) => cells.map((one) => (fits.test(one) ? one : 'x'))),
          delimiter,
          '\n',
        );
        const bytes = encodeText(text, encoding);
        const format = { encoding, bom: 0, delimiter, lineEnd: 'lf', headerRow: 1 } as const;
        const scanned: string[][] = [];
        const decoder = new TextDecoder(scanEncoding(format), { ignoreBOM: true });
        const scanner = createCsvScanner({
          delimiter: delimiterByte(delimiter),
          onRow: (row) => scanned.push(rowTexts(row, decoder)),
        });
        for await (const chunk of textBytes([bytes.subarray(0, cut), bytes.subarray(cut)], format)) scanner.push(chunk);
        scanner.end();
        const oracle = Papa.parse<string[]>(text, { delimiter, newline: '\n', skipEmptyLines: true }).data;
        expect(scanned).toEqual(oracle);
        expect(textGrid(text, { delimiter }).grid.rows).toEqual(oracle);
      }),
      { numRuns: 600, seed: 13 },
    );
  });

  it('gives the same rows wherever the chunks are cut, also for broken quotes', () => {
    const messy = fc.string({
      unit: fc.constantFrom('a', '"', '""', ',', '\n', '\r\n', '\r', ' ', '中'),
      maxLength: 40,
    });
    fc.assert(
      fc.property(messy, fc.array(fc.nat(60), { maxLength: 6 }), (text, cuts) => {
        const whole = rowsOf(text);
        expect(rowsOf(text, { cuts })).toEqual(whole);
        expect(rowsOf(text, { cuts: everyByte(text) })).toEqual(whole);
      }),
      { numRuns: 1500, seed: 12 },
    );
  });

  it('keeps line breaks and doubled quotes inside quotes, and header names as plain text', () => {
    expect(cellsOf('a,__proto__,c\r\n"1\r\n2","say ""hi""",3\r\n')).toEqual([
      ['a', '__proto__', 'c'],
      ['1\r\n2', 'say "hi"', '3'],
    ]);
  });

  it('numbers records as a person counts, blank lines included', () => {
    expect(rowsOf('a,b\n\n1,2\n').map((row) => row.number)).toEqual([1, 3]);
  });

  it('reports an unterminated quote with its line and goes on with the next', () => {
    expect(rowsOf('a,b\n1,"open\n2,3\n4,5\n')).toEqual([
      { number: 1, fault: 'none', cells: ['a', 'b'] },
      { number: 2, fault: 'quote', cells: ['1,"open'] },
      { number: 3, fault: 'none', cells: ['2', '3'] },
      { number: 4, fault: 'none', cells: ['4', '5'] },
    ]);
  });

  it('does not let a stray quote swallow the rows up to the next quote', () => {
    const rows = rowsOf('1,"stray\n2,b\n3,"x"y\n4,"ok"\n');
    expect(rows.map((row) => [row.fault, row.cells[0]])).toEqual([
      ['quote', '1,"stray'],
      ['none', '2'],
      ['quote', '3,"x"y'],
      ['none', '4'],
    ]);
  });

  it('gives up on a record beyond the limit, however it arrives, and reads on behind it', () => {
    const text = `a,b\n${'x'.repeat(5000)},1\n2,"${'y\n'.repeat(3000)}\n3,4\n`;
    const whole = rowsOf(text, { maxRowBytes: 2000 });
    expect(whole[1]).toMatchObject({ number: 2, fault: 'length' });
    expect(whole[1].cells[0].length).toBe(2000);
    expect(whole[2]).toMatchObject({ number: 3, fault: 'quote', cells: ['2,"y'] });
    expect(whole.at(-1)).toMatchObject({ fault: 'none', cells: ['3', '4'] });
    for (const cuts of [[1000, 3000], [2100], [4500, 5200, 7000]]) {
      expect(rowsOf(text, { maxRowBytes: 2000, cuts })).toEqual(whole);
    }
  });

  it('leaves Object.prototype as it was', () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    cellsOf('__proto__,constructor\n__proto__,polluted\n');
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  });
});
