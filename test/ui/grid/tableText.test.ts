import fc from 'fast-check';
import { parse } from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readTable, tableHtml, tableText } from '~/ui/grid/tableText';

describe('a copied block as text', () => {
  it('reads back as it was written, whatever stands in its cells', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('', '1,200', '"', 'a\tb', 'two\nlines', 'say "so"', '中文', '""'),
    );
    const block = fc.integer({ min: 1, max: 4 }).chain((width) =>
      fc.array(
        fc.array(
          cell.map((text) => text.replace(/\r/g, '')),
          { minLength: width, maxLength: width },
        ),
        {
          minLength: 1,
          maxLength: 5,
        },
      ),
    );
    fc.assert(
      fc.property(block, (rows) => {
        expect(readTable(`${tableText(rows)}\n`)).toEqual(rows);
      }),
      { seed: 11, numRuns: 500 },
    );
  });

  it('reads what spreadsheets write as a reader of CSV does', () => {
    const field = fc.constantFrom('1', '', 'a b', '"x\ty"', '"two\nlines"', '"a ""quoted"" word"', '12.5%');
    fc.assert(
      fc.property(fc.array(fc.array(field, { minLength: 2, maxLength: 3 }), { minLength: 1, maxLength: 4 }), (rows) => {
        const text = rows.map((row) => row.join('\t')).join('\n');
        expect(readTable(text)).toEqual(parse<string[]>(text, { delimiter: '\t', newline: '\n' }).data);
      }),
      { seed: 12, numRuns: 300 },
    );
  });

  it('drops the break behind the last row and no other', () => {
    expect(readTable('1\t2\r\n3\t4\r\n')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(readTable('1\n\n')).toEqual([['1'], ['']]);
    expect(readTable('1\r2\r')).toEqual([['1'], ['2']]);
    expect(readTable('\n')).toEqual([['']]);
    expect(readTable('1\t')).toEqual([['1', '']]);
  });

  it('takes a quote that nobody closes as a sign, and quotes only where it must', () => {
    expect(readTable('"12\t3')).toEqual([['"12', '3']]);
    expect(readTable('5" pipe\t"a"b')).toEqual([['5" pipe', '"a"b']]);
    expect(tableText([['1200', 'a\tb', 'c"d', '']])).toBe('1200\t"a\tb"\t"c""d"\t');
  });

  it('is a table of the same cells for who reads markup', () => {
    expect(tableHtml([['<b>', 'a\nb']])).toBe('<table><tr><td>&lt;b&gt;</td><td>a<br>b</td></tr></table>');
  });
});
