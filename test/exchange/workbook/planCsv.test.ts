import { expect, it } from 'vitest';
import { planCsv } from '~/exchange/workbook/planCsv';
import { samplePlanSheet } from './samplePlanSheet';

const base = samplePlanSheet({ fans: [2], seed: 1, withLastYear: false });
const csvOf = (name: string, values: (number | null)[], minorUnit = 2): string[] =>
  planCsv({ ...base, minorUnit, rows: base.rows.map((row, i) => (i === 1 ? { ...row, name, values } : row)) }).split(
    '\r\n',
  );

it('a plan as CSV starts with a byte-order mark and a header, and ends each line with CR LF', () => {
  const lines = planCsv(base).split('\r\n');
  expect(lines[0]).toMatch(/^\uFEFFid,level,Name 名称,Jan 2027,Feb 2027,Mar 2027,Q1 季度,.*,FY2027 全年$/);
  expect(lines).toHaveLength(base.rows.length + 2);
  expect(lines.at(-1)).toBe('');
});

it('amounts are exact decimals with the decimals of the currency, and blank stays empty', () => {
  expect(csvOf('a', [5, -1234, null])[2]).toMatch(/^region:1,1,a,0\.05,-12\.34,,-12\.29,/);
  expect(csvOf('a', [9_007_199_254_740_991])[2]).toContain(',90071992547409.91,');
  expect(csvOf('a', [5, -1234, null], 0)[2]).toMatch(/,a,5,-1234,,-1229,/);
});

it('text that would run as a formula is guarded, in full width too; a negative number is not', () => {
  for (const sign of ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t']) {
    expect(csvOf(`${sign}1`, [-1])[2]).toContain(`,'${sign}1,-0.01,`);
  }
});

it('commas, quotes and line breaks are quoted', () => {
  expect(csvOf('a,"b"', [1])[2]).toContain(',"a,""b""",0.01,');
  expect(csvOf('\n=1', [1])).toContain('region:1,1,"\'\n=1",0.01,,,0.01,,,,0.00,,,,0.00,,,,0.00,0.01');
});
