import { describe, expect, it } from 'vitest';
import { readBook } from '~/exchange/workbook/readBook';
import { xlsbOf } from '../../support/books/xlsbOf';

describe('a binary workbook', () => {
  it('gives texts, numbers and days, blank rows kept', async () => {
    const read = await readBook(
      xlsbOf([
        [
          0,
          [
            { column: 0, value: '客户' },
            { column: 2, value: '日期' },
          ],
        ],
        [
          2,
          [
            { column: 0, value: '甲' },
            { column: 1, value: -12.5 },
            { column: 2, value: { serial: 45366 } },
          ],
        ],
      ]),
    );
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    expect(read.value).toEqual([
      {
        name: '明细',
        rows: [['客户', null, '日期'], [], ['甲', -12.5, { serial: 45366 }]],
        merges: [],
        from1904: false,
      },
    ]);
  });

  it('keeps the serials of 1904 and never reads a very hidden sheet', async () => {
    const rows: Parameters<typeof xlsbOf>[0] = [[0, [{ column: 0, value: { serial: 43904 } }]]];
    const old = await readBook(xlsbOf(rows, { from1904: true }));
    expect(old.ok && [old.value[0].rows, old.value[0].from1904]).toEqual([[[{ serial: 43904 }]], true]);
    expect(await readBook(xlsbOf(rows, { state: 2 }))).toMatchObject({
      ok: false,
      issues: [{ code: 'import/emptyFile' }],
    });
  });

  it('whose every row has a cell at the far edge is refused before it fills memory', async () => {
    const rows = Array.from({ length: 3000 }, (_, row): Parameters<typeof xlsbOf>[0][number] => [
      row,
      [{ column: 16_383, value: 1 }],
    ]);
    const start = performance.now();
    expect(await readBook(xlsbOf(rows))).toMatchObject({ ok: false, issues: [{ code: 'workbook/tooManyCells' }] });
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
