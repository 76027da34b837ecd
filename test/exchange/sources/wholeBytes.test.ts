import { describe, expect, it } from 'vitest';
import type { TableChoice } from '~/domain/packView';
import type { SourceKind } from '~/domain/source';
import { proposeChoice } from '~/exchange/sources/proposeChoice';
import { proposePack } from '~/exchange/sources/proposePack';
import { readPack } from '~/exchange/sources/readPack';
import { type TableSource, tableTexts } from '~/exchange/sources/tableSource';
import { WHOLE_BYTES } from '~/exchange/sources/wholeBytes';

const control = { signal: { aborted: false }, onProgress: () => undefined };

/** A blob that says it is that large, and counts how often it is asked for bytes. */
function blobOf(text: string, size: number): { blob: Blob; asked: () => number } {
  const real = new Blob([text]);
  let asked = 0;
  const blob = new Proxy(real, {
    get(target, name) {
      if (name === 'size') return size;
      if (name === 'slice') asked += 1;
      const value = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return { blob, asked: () => asked };
}

const source = (blob: Blob, headers: string[]): TableSource => ({
  id: 'big.csv',
  file: 'big.csv',
  blob,
  csv: { encoding: 'utf-8', bom: 0, delimiter: ',', lineEnd: 'lf', headerRow: 1 },
  headers,
  rowNumbers: null,
  reported: [],
  unit: 1,
  dateOrder: null,
  decimalMark: null,
});

async function given(text: string, size: number, kinds: SourceKind[]) {
  const headers = text.split('\n')[0].split(',');
  const small = source(new Blob([text]), headers);
  const head = await tableTexts(small);
  const choice: TableChoice = { ...proposeChoice('big.csv', head, kinds), use: 'source' };
  return { head, choice, ...blobOf(text, size), headers };
}

const VISITS = '拜访日期,客户名称\n2026-03-01,海纳科技\n';

describe('a table that has to be read whole', () => {
  it('is refused with the limit before a byte of the pack is read, and read just below it', async () => {
    const { choice, blob, asked, headers } = await given(VISITS, WHOLE_BYTES + 1, ['visits']);
    const input = { tables: [{ source: source(blob, headers), choice }], orders: null, aliases: [], minorUnit: 2 };
    const read = await readPack(input, control);
    expect(read).toMatchObject({
      ok: true,
      value: {
        tables: [],
        issues: [{ code: 'import/tooLarge', params: { megabytes: 100 }, place: { file: 'big.csv' } }],
      },
    });
    expect(asked()).toBe(0);
    const fits = { ...input, tables: [{ source: source(new Blob([VISITS]), headers), choice }] };
    expect(await readPack(fits, control)).toMatchObject({
      ok: true,
      value: { issues: [], tables: [{ kind: 'visits' }] },
    });
  });

  it('is proposed as nothing but orders where it holds orders, as those are streamed', async () => {
    const text =
      'order_no,date,customer,product,stage,amount\n1,2026-01-05,Hengtai,GTX,Won,10\n2,2026-01-06,Nor,GTX,Lost,2\n';
    for (const [size, kinds] of [
      [WHOLE_BYTES, ['orders', 'opportunities']],
      [WHOLE_BYTES + 1, ['orders']],
    ] as const) {
      const { blob, head, headers } = await given(text, size, ['orders']);
      const own = source(blob, headers);
      const format = {
        encoding: 'utf-8',
        delimiter: ',',
        headerRow: 1,
        headerRows: 1,
        unit: 1,
        unpivot: false,
        dateOrder: null,
        decimalMark: null,
        from1904: false,
      };
      const table = { id: 'big.csv', file: 'big.csv', sheet: null, size, format, headers, sample: head.rows };
      const packed = {
        source: own,
        table: { ...table, rows: null, dropped: [], issues: [] },
        head,
        whole: null,
        seen: { format, signature: '', waits: {} },
      };
      expect(proposePack([packed], new Map()).choices.map((choice) => choice.kinds)).toEqual([kinds]);
    }
  });
});
