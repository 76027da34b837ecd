import { describe, expect, it, test } from 'vitest';
import { monthNamed } from '~/exchange/mapping/monthNamed';
import { proposalTable } from '~/exchange/mapping/proposalTable';

const periods = Array.from({ length: 12 }, (_, m) => `2027-${String(m + 1).padStart(2, '0')}`);
const options = {
  dimensions: [
    { id: 'region', title: '' },
    { id: 'seller', title: '' },
    { id: 'own-brand', title: '品牌' },
  ],
  dimension: 'seller',
  periods,
  reading: { minorUnit: 2, unit: 1000, locale: 'en' as const },
};
const rowsOf = (text: string) => {
  const read = proposalTable(text, options);
  if (!read.ok) throw new Error(read.issues[0].code);
  return read.value;
};

describe('a list of proposals', () => {
  it('tells its columns by their headings in either language, whatever their order', () => {
    const row = { names: { seller: 'Ann', region: 'North' }, period: null, amount: 120_000_000 };
    expect(rowsOf('Proposal,Salesperson,Region\n1200,Ann,North').rows).toEqual([row]);
    expect(rowsOf('区域\t业务员\t上报数（千）\n华东\t李伟\t1,200').rows).toEqual([
      { ...row, names: { region: '华东', seller: '李伟' } },
    ]);
    expect(rowsOf('品牌;金额\nX;0.01').rows).toEqual([{ names: { 'own-brand': 'X' }, period: null, amount: 1000 }]);
  });

  it('takes a column of months, or a column per month, whose total beside them does not count twice', () => {
    expect(rowsOf('业务员\t月份\t上报数\nAnn\t3月\t1\nAnn\t2027-04\t2').rows.map(({ period }) => period)).toEqual([
      '2027-03',
      '2027-04',
    ]);
    const wide = rowsOf('Seller\tJan\tFebruary\tTotal\nAnn\t1\t2\t3\nBob\t\t4\t4').rows;
    expect(wide).toEqual([
      { names: { seller: 'Ann' }, period: '2027-01', amount: 100_000 },
      { names: { seller: 'Ann' }, period: '2027-02', amount: 200_000 },
      { names: { seller: 'Bob' }, period: '2027-02', amount: 400_000 },
    ]);
  });

  it('without a heading is a name and an amount', () => {
    expect(rowsOf('Ann\t1,200\nBob\t3万').rows).toEqual([
      { names: { seller: 'Ann' }, period: null, amount: 120_000_000 },
      { names: { seller: 'Bob' }, period: null, amount: 3_000_000 },
    ]);
  });

  it('says which row holds no number, keeps the others, and passes over blanks and lines without a name', () => {
    const read = rowsOf('Seller,Proposal\nAnn,many\n\nBob,5\nCid,\n,5');
    expect(read.rows).toEqual([{ names: { seller: 'Bob' }, period: null, amount: 500_000 }]);
    expect(read.numbers).toEqual([4]);
    expect(read.issues).toEqual([{ code: 'import/badNumber', params: { value: 'many' }, place: { row: 2 } }]);
  });

  it('keeps a month that the plan does not have, so that it is named among what fits nothing', () => {
    expect(rowsOf('Seller,Month,Proposal\nAnn,2030-01,5').rows[0].period).toBe('2030-01');
  });

  it('lets the leaf win over the level above it', () => {
    const read = rowsOf('Manager,Salesperson,Proposal\nMia,Ann,5\nMia,,6');
    expect(read.rows.map(({ names }) => names)).toEqual([{ seller: 'Ann' }, { seller: 'Mia' }]);
  });

  it('is refused where nothing says what its columns are, and where it holds nothing', () => {
    for (const [text, code] of [
      ['', 'import/emptyFile'],
      ['hello', 'proposal/noColumns'],
      ['Color,Proposal\nred,5', 'proposal/noColumns'],
      ['Seller,Proposal', 'import/headerOnly'],
      ['Seller,Proposal\nAnn,', 'import/nothingKept'],
    ])
      expect(proposalTable(text, options)).toMatchObject({ ok: false, issues: [{ code }] });
  });
});

test('a month is named in many ways; alone only where one period is that month', () => {
  for (const said of ['2027-04', '2027/4', '2027年4月', '202704', '4月', '４月', 'Apr', 'april', 'Apr.'])
    expect(monthNamed(said, periods), said).toBe('2027-04');
  for (const said of ['4', 'April showers', '2026-04', '13月', 'Mayor', ''])
    expect(monthNamed(said, periods), said).toBeNull();
  expect(monthNamed('4月', [...periods, '2028-04'])).toBeNull();
  expect(monthNamed('2027-w14', ['2027-W14'])).toBe('2027-W14');
});
