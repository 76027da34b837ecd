import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '~/domain/period';
import { fileChunks } from '~/exchange/csv/fileChunks';
import { importOrders } from '~/exchange/mapping/importOrders';
import type { Lookup } from '~/exchange/mapping/mapping';
import { reportedRowsCsv } from '~/exchange/mapping/reportedRowsCsv';
import { batchOf, codesOf, importText, mappingOf, pathOf, utf8 } from './orderFiles';

const PRODUCTS: Lookup = {
  name: 'products.csv',
  headers: ['ProductKey', 'ProductName', 'Series', 'ProductPrice', '__proto__'],
  rows: [
    ['214', 'Helmet, Red', 'Helmets', '34.99', 'x'],
    ['215', 'Helmet, Black', 'Helmets', '33.6442', 'y'],
    ['300', 'Sock', 'Clothing', '', 'z'],
  ],
};

describe('import of order lines', () => {
  it('brings date, members, amount, quantity and identity of each line', async () => {
    const batch = batchOf(
      await importText(
        '订单号,行号,下单日期,客户名称,产品名称,品类,业务员,区域,数量,金额\n' +
          'A1,1,2024/3/15,甲,P1,C1,王,华东,2,¥1,234.50\n'.replace('¥1,234.50', '"¥1,234.50"') +
          'A1,2,2024年3月16日,甲,P2,C1,王,华东,1.5,-20\n',
      ),
    );
    const [segment] = batch.segments;
    expect([...segment.day].map(isoDate)).toEqual(['2024-03-15', '2024-03-16']);
    expect([...segment.amount]).toEqual([123_450, -2000]);
    expect([...(segment.quantity ?? [])]).toEqual([2, 1.5]);
    expect(segment.order[0]).toBe(segment.order[1]);
    expect(segment.row[0]).not.toBe(segment.row[1]);
    expect([pathOf(batch, 'product', 1), pathOf(batch, 'region', 0), pathOf(batch, 'customer', 0)]).toEqual([
      'C1 > P2',
      '华东',
      '甲',
    ]);
    expect(batch.report).toMatchObject({
      rowsIn: 2,
      kept: 2,
      amount: 121_450,
      warnings: { 'import/negativeAmount': 1 },
    });
    expect([isoDate(batch.coverage.from), isoDate(batch.coverage.to)]).toEqual(['2024-03-01', '2024-03-16']);
  });

  it('computes quantity × joined price, rounded once per line, and says where it cannot', async () => {
    const text =
      'OrderDate,OrderNumber,OrderLineItem,ProductKey,OrderQuantity\n2024-01-05,S1,1,215,2\n2024-01-06,S1,2,214,3\n2024-01-06,S2,1,999,1\n2024-01-07,S3,1,300,1\n';
    const batch = batchOf(await importText(text, { lookups: [PRODUCTS] }));
    expect([...batch.segments[0].amount]).toEqual([6729, 10_497]);
    expect(pathOf(batch, 'product', 0)).toBe('Helmets > Helmet, Black');
    expect(batch.report.byReason).toEqual({ 'import/missingPrice': 2 });
    expect(batch.report.unmatched).toEqual([{ dimension: 'product', name: '999', rows: 1 }]);
    expect(batch.report.rows.map((row) => [row.row, row.issue.params?.value])).toEqual([
      [4, '999'],
      [5, '300'],
    ]);
    const member = batch.dimensions[0].members.find((m) => m.name === 'Helmet, Black');
    expect(member?.attributes).toMatchObject({ key: '215', ProductPrice: 33.6442, proto: 'y' });
  });

  it('keeps unmatched keys under unassigned, counts them, and an alias mends them', async () => {
    const lookup: Lookup = {
      name: 'p',
      headers: ['product', 'series'],
      rows: [
        ['GTX Pro', 'GTX'],
        ['GTX Basic', 'GTX'],
        ['MG', 'MG'],
      ],
    };
    const text = 'close_date,product,close_value\n2024-01-05,GTXPro,5\n2024-01-05,gtx  pro,6\n2024-01-06,MG,7\n';
    const batch = batchOf(await importText(text, { lookups: [lookup] }));
    expect(batch.report).toMatchObject({ kept: 3, unmatched: [{ dimension: 'product', name: 'GTXPro', rows: 1 }] });
    expect([...batch.segments[0].codes.product].map((c) => c > 0)).toEqual([false, true, true]);
    const aliases = [{ dimension: 'product', from: 'GTXPro', to: 'GTX Pro' }];
    const mended = batchOf(await importText(text, { lookups: [lookup], mapping: { aliases } }));
    expect(mended.report.unmatched).toEqual([]);
    expect(pathOf(mended, 'product', 0)).toBe('GTX > GTX Pro');
    expect([...mended.segments[0].row]).toEqual([...batch.segments[0].row]);
  });

  it('merges spellings that fold to one key, without a look-up too', async () => {
    const text = '日期,客户,金额\n2024-01-01,Acme  Ltd,1\n2024-01-01,ACME LTD,2\n2024-01-01,ＡＣＭＥ ltd,3\n';
    const batch = batchOf(await importText(text));
    expect([...batch.segments[0].codes.customer]).toEqual([1, 1, 1]);
    expect(batch.dimensions[0].members.map((m) => m.name)).toEqual(['', 'Acme Ltd']);
  });

  it('keeps only rows that pass the filter and counts the others', async () => {
    const text =
      'deal_stage,close_date,account,close_value\nWon,2024-01-01,A,5\nLost,2024-01-02,A,0\n won ,2024-01-02,B,6\nEngaging,,B,\n';
    const batch = batchOf(await importText(text));
    expect(batch.report).toMatchObject({ rowsIn: 4, kept: 2, reported: 2, byReason: { 'import/filteredOut': 2 } });
  });

  it('takes several files as one import, whatever the order of their columns', async () => {
    const first = '日期,客户,金额\n2024-01-01,甲,1\n';
    const second = '金额,客户,日期\n2,乙,2024-02-01\nx,乙,2024-02-02\n';
    const result = await importOrders({
      files: [
        { name: 'a.csv', chunks: [utf8(first)] },
        { name: 'b.csv', chunks: [utf8(second)] },
      ],
      mapping: mappingOf(first),
      minorUnit: 2,
    });
    const batch = batchOf(result);
    expect([...batch.segments[0].amount]).toEqual([100, 200]);
    expect(batch.report.rows).toMatchObject([
      { row: 3, cells: ['2024-02-02', '乙', 'x'], issue: { place: { file: 'b.csv', column: '金额' } } },
    ]);
    const missing = await importOrders({
      files: [{ name: 'c.csv', chunks: [utf8('日期,客户\n2024-01-01,甲\n')] }],
      mapping: mappingOf(first),
      minorUnit: 2,
    });
    expect(missing).toMatchObject({ ok: false, issues: [{ code: 'import/missingColumn', params: { field: '金额' } }] });
  });

  it('gives each row an identity that survives another import, and tells true duplicates', async () => {
    const text =
      'order id,line item,order date,customer,amount\nA,1,2024-01-01,X,5\nA,1,2024-01-01,X,5\nA,1,2024-01-01,X,6\nB,1,2024-01-01,X,5\n';
    const batch = batchOf(await importText(text));
    expect(batch.report).toMatchObject({ kept: 4, warnings: { 'import/duplicateRow': 1 } });
    expect(new Set(batch.segments[0].row).size).toBe(4);
    expect([...batchOf(await importText(text)).segments[0].row]).toEqual([...batch.segments[0].row]);

    const without = 'order date,customer,amount\n2024-01-01,X,5\n2024-01-01,X,5\n2024-01-02,X,5\n';
    const plain = batchOf(await importText(without));
    expect(new Set(plain.segments[0].row).size).toBe(3);
    expect(plain.report.warnings).toEqual({});
    expect(plain.segments[0].order[0]).toBe(plain.segments[0].order[1]);
    expect(plain.segments[0].order[0]).not.toBe(plain.segments[0].order[2]);
  });

  it('warns where one member stands under two parents and keeps the first', async () => {
    const batch = batchOf(
      await importText('日期,品类,产品,金额\n2024-01-01,C1,P,1\n2024-01-01,C2,P,1\n2024-01-01,C1,P,1\n'),
    );
    expect(batch.report.warnings).toEqual({ 'import/severalParents': 1 });
    expect(pathOf(batch, 'product', 1)).toBe('C1 > P');
  });

  it('reads GB18030 from raw bytes and UTF-16 the same as UTF-8', async () => {
    const text = '日期,客户,金额\n2024-01-01,甲,1\n';
    const gb = Uint8Array.from([
      ...[0xc8, 0xd5, 0xc6, 0xda, 0x2c, 0xbf, 0xcd, 0xbb, 0xa7, 0x2c, 0xbd, 0xf0, 0xb6, 0xee, 0x0a],
      ...utf8('2024-01-01,'),
      ...[0xbc, 0xd7, 0x2c, 0x31, 0x0a],
    ]);
    const utf16 = new Uint8Array(Uint16Array.from(`\uFEFF${text}`, (c) => c.charCodeAt(0)).buffer);
    const expected = batchOf(await importText(text));
    for (const bytes of [
      gb,
      utf16,
      utf8(`\uFEFF${text}`),
      utf8(text.replaceAll('\n', '\r')),
      utf8(text.replaceAll('\n', '\r\n')),
    ]) {
      const files = [{ name: 'orders.csv', chunks: [bytes] }];
      expect(batchOf(await importText(text, { files }))).toEqual(expected);
    }
  });
});

describe('dates are decided per column', () => {
  const dated = (...dates: string[]): string => `日期,客户,金额\n${dates.map((date) => `${date},甲,1\n`).join('')}`;

  it('one number above 12 decides; where both fit, it asks; the answer is an option', async () => {
    const days = async (...args: Parameters<typeof importText>) =>
      [...batchOf(await importText(...args)).segments[0].day].map(isoDate);
    expect(await days(dated('03/04/2024', '03/25/2024'))).toEqual(['2024-03-04', '2024-03-25']);
    expect(await days(dated('03/04/2024', '25/03/2024'))).toEqual(['2024-04-03', '2024-03-25']);
    const open = dated('03/04/2024', '05/06/2024');
    expect(await importText(open)).toMatchObject({
      issues: [{ code: 'import/ambiguousDate', params: { value: '03/04/2024', open: 2, column: '日期' } }],
    });
    expect(await days(open, { mapping: { dateOrder: 'dmy' } })).toEqual(['2024-04-03', '2024-06-05']);
    expect(codesOf(await importText(dated('03/25/24')))).toEqual(['import/ambiguousDate']);
    expect(await days(dated('03/25/24'), { mapping: { dateOrder: 'mdy' } })).toEqual(['2024-03-25']);
  });

  it('evidence on both sides asks; a clear majority reports the rest row by row', async () => {
    expect(codesOf(await importText(dated('03/25/2024', '25/03/2024')))).toEqual(['import/ambiguousDate']);
    const many = Array.from({ length: 40 }, (_, i) => `3/${13 + (i % 15)}/2024`);
    const batch = batchOf(await importText(dated(...many.slice(0, 20), '25/03/2024', ...many.slice(20))));
    expect(batch.report).toMatchObject({ rowsIn: 41, kept: 40, reported: 1, byReason: { 'import/badDate': 1 } });
    expect(batch.report.rows).toMatchObject([{ row: 22, cells: ['25/03/2024', '甲', '1'] }]);
    expect(batch.segments[0]).toMatchObject({ count: 40 });
    expect(batch.segments[0].day.length).toBe(40);
  });
});

describe('bad input', () => {
  it('ends in a reason, whatever the file is', async () => {
    const mapping = mappingOf('日期,客户,金额\n2024-01-01,甲,1\n');
    const run = async (bytes: Uint8Array) =>
      codesOf(await importOrders({ files: [{ name: 'x', chunks: [bytes] }], mapping, minorUnit: 2 }));
    expect(await run(new Uint8Array())).toEqual(['import/emptyFile']);
    expect(await run(utf8('日期,客户,金额\n'))).toEqual(['import/headerOnly']);
    expect(await run(Uint8Array.from([0x50, 0x4b, 3, 4]))).toEqual(['import/binaryFile']);
    expect(await run(utf8('日期,客户,金额\n2024-13-01,甲,1\n'))).toEqual(['import/nothingKept', 'import/badDate']);
    const none = await importOrders({ files: [], mapping: { ...mapping, columns: [] }, minorUnit: 2 });
    expect(codesOf(none)).toEqual(['import/missingColumn', 'import/missingColumn']);
  });

  it('is reported row by row with its reason and its cells; the good rows are kept', async () => {
    const text =
      '日期,客户,金额\n' +
      '2024-01-01,甲,1\n' +
      '2024-02-30,甲,1\n' +
      ',甲,1\n' +
      '2024-01-01,甲,一百\n' +
      '2024-01-01,甲,\n' +
      '2024-01-01,甲\n' +
      '2024-01-01,甲,1,2\n' +
      '2024-01-01,甲,1,,\n' +
      '2024-01-01,甲,99999999999999999\n' +
      '2024-01-01,"甲,1\n' +
      '2024-01-01,,-7\n';
    const { report } = batchOf(await importText(text));
    expect(report).toMatchObject({ rowsIn: 11, kept: 3, reported: 8, amount: -500 });
    expect(report.rows.map((row) => [row.row, row.issue.code.slice(7)])).toEqual([
      [3, 'badDate'],
      [4, 'missingValue'],
      [5, 'badNumber'],
      [6, 'missingValue'],
      [7, 'raggedRow'],
      [8, 'raggedRow'],
      [10, 'badNumber'],
      [11, 'unterminatedQuote'],
    ]);
    expect(report.rows[2]).toMatchObject({ cells: ['2024-01-01', '甲', '一百'], issue: { place: { column: '金额' } } });
    expect(report.warnings).toEqual({ 'import/missingValue': 1, 'import/negativeAmount': 1 });
  });

  it('bytes that are no text, far behind the beginning, are reported and not imported garbled', async () => {
    const text = `日期,客户,金额\n${'2024-01-01,A,1\n'.repeat(30_000)}`;
    const file = new Blob([text, '2024-01-01,', Uint8Array.from([0xbc, 0xd7]), ',1\n']);
    const files = [{ name: 'late.csv', chunks: fileChunks(file) }];
    const { report } = batchOf(await importText('日期,客户,金额\n2024-01-01,A,1\n', { files }));
    expect(report).toMatchObject({ rowsIn: 30_001, kept: 30_000, byReason: { 'import/encoding': 1 } });
    expect(report.rows).toMatchObject([{ row: 30_002, issue: { place: { column: '客户' } } }]);
  });

  it('a column called __proto__ is a column', async () => {
    const before = JSON.stringify(Object.getOwnPropertyNames(Object.prototype));
    const text =
      '日期,__proto__,constructor,金额\n2024-01-01,__proto__,toString,1\n2024-01-02,__proto__,x,2\n2024-01-03,b,x,2\n2024-01-03,b,x,2\n';
    const batch = batchOf(await importText(text));
    expect(batch.dimensions.map((d) => d.dimension)).toEqual(['own-proto', 'own-constructor']);
    expect(pathOf(batch, 'own-proto', 0)).toBe('__proto__');
    expect(JSON.stringify(Object.getOwnPropertyNames(Object.prototype))).toBe(before);
  });

  it('too many rows stop the import with the limit', async () => {
    const text = `日期,客户,金额\n${'2024-01-01,甲,1\n'.repeat(60)}`;
    expect(await importText(text, { maxRows: 50 })).toMatchObject({
      issues: [{ code: 'import/tooLarge', params: { rows: 50 } }],
    });
  });

  it('a cancelled import leaves nothing', async () => {
    const signal = { aborted: false };
    async function* chunks() {
      yield utf8(`日期,客户,金额\n${'2024-01-01,甲,1\n'.repeat(20_000)}`);
      yield utf8('2024-01-01,甲,1\n');
    }
    const result = await importText('日期,客户,金额\n2024-01-01,甲,1\n', {
      files: [{ name: 'x', chunks: chunks() }],
      signal,
      onProgress: ({ bytes, rows }) => {
        expect([bytes > 0, rows > 0]).toEqual([true, true]);
        signal.aborted = true;
      },
    });
    expect(result).toEqual({ ok: false, issues: [{ code: 'import/cancelled' }] });
  });
});

describe('laws', () => {
  const cell = fc.constantFrom('甲', '乙"', '"丙, 丁"', '"戊\n己"', '', '__proto__', '"""x"""', 'a"b', '"');
  const date = fc.constantFrom('2024-01-05', '2024/2/7', '31.12.2023', '2024-02-30', '', 'x', '"2024-01-05"');
  const amount = fc.constantFrom('1', '2.345', '-7', '"1,234.5"', '１２', 'abc', '', '¥3');
  const line = fc
    .tuple(date, cell, amount, fc.constantFrom('', ',', ',x'), fc.constantFrom('\n', '\r\n', '\n\n'))
    .map(([d, c, a, extra, end]) => `${d},${c},${a}${extra}${end}`);
  const file = fc
    .array(line, { minLength: 1, maxLength: 30 })
    .map((lines) => `日期,客户,金额\n2024-01-01,甲,1\n${lines.join('')}`);
  const mapping = { dateOrder: 'dmy' as const };

  it('rows in = kept + reported, and the sum is that of the kept rows, for any file', async () => {
    await fc.assert(
      fc.asyncProperty(file, async (text) => {
        const { report, segments } = batchOf(await importText(text, { mapping }));
        expect(report.rowsIn).toBe(report.kept + report.reported);
        expect(report.reported).toBe(report.rows.length);
        expect(Object.values(report.byReason).reduce((a, b) => a + b, 0)).toBe(report.reported);
        expect(segments.reduce((sum, s) => sum + s.count, 0)).toBe(report.kept);
        expect(segments.flatMap((s) => [...s.amount]).reduce((a, b) => a + b, 0)).toBe(report.amount);
      }),
      { numRuns: 300, seed: 21 },
    );
  });

  it('the same batch comes out wherever the chunks are cut', async () => {
    await fc.assert(
      fc.asyncProperty(file, fc.array(fc.nat(400), { maxLength: 8 }), fc.boolean(), async (text, cuts, bom) => {
        const bytes = utf8(bom ? `\uFEFF${text}` : text);
        const marks = [
          0,
          ...cuts.map((c) => Math.min(c < 40 ? c % 4 : c, bytes.length)).sort((a, b) => a - b),
          bytes.length,
        ];
        const chunks = marks.slice(1).map((to, i) => bytes.subarray(marks[i], to));
        const files = [{ name: 'orders.csv', chunks }];
        expect(await importText(text, { mapping, files })).toEqual(await importText(text, { mapping }));
      }),
      { numRuns: 200, seed: 22 },
    );
  });

  it('segments hold 65,536 rows and the last one the rest', async () => {
    const batch = batchOf(await importText(`日期,客户,金额\n${'2024-01-01,甲,1\n'.repeat(70_000)}`));
    expect(batch.segments.map((s) => [s.count, s.day.length, s.codes.customer.length])).toEqual([
      [65_536, 65_536, 65_536],
      [4464, 4464, 4464],
    ]);
    expect(new Set(batch.segments.flatMap((s) => [...s.row])).size).toBe(70_000);
  });
});

describe('the file of reported rows', () => {
  it('guards text that a spreadsheet would run and leaves numbers alone', async () => {
    const text = '日期,客户,金额\n2024-01-01,ok,1\nx,=HYPERLINK("a"),-5\nx,＠cmd,+1.5\nx,-a,"-1,000"\nx,@b,"a,""b"""\n';
    const { report } = batchOf(await importText(text));
    const csv = reportedRowsCsv(report);
    expect(csv.split('\r\n')).toEqual([
      '\uFEFFfile,row,reason,日期,客户,金额',
      'orders.csv,3,import/badDate,x,"\'=HYPERLINK(""a"")",-5',
      "orders.csv,4,import/badDate,x,'＠cmd,+1.5",
      'orders.csv,5,import/badDate,x,\'-a,"-1,000"',
      'orders.csv,6,import/badDate,x,\'@b,"a,""b"""',
      '',
    ]);
  });
});
