import { describe, expect, it } from 'vitest';
import { detectTable } from '~/exchange/table/detectTable';
import { brokenLaw } from './mutationRun';

const long = (text: string, length = 900_000): string => text.repeat(Math.ceil(length / text.length)).slice(0, length);

/** Texts that make a careless pattern try every way to fit. */
const NASTY: [name: string, text: string][] = [
  ['blanks inside a cell', `客户,日期,金额\n甲${long(' ')}乙,2024-01-01,5\n丙,2024-01-02,6\n`],
  ['blanks in a header', `客户${long(' ')}名,日期,金额\n甲,2024-01-01,5\n`],
  ['dashes and blanks', `客户,日期,金额\n-${long(' ')}x,,\n甲,2024-01-01,5\n`],
  ['one number of a million digits', `客户,金额\n甲,${long('9')}\n乙,5\n`],
  ['years without end', `${long('2024年')},b\n1,2\n3,4\n`],
  ['colons', `${long('单位：')}\n客户,金额\n甲,5\n乙,6\n`],
  ['brackets', `客户${long('(')},金额\n甲,5\n乙,6\n`],
  ['delimiters only', long(',,,,\n')],
  ['one line of delimiters', `${long(',', 200_000)}\n1,2\n`],
  ['quotes only', long('"')],
  ['quotes and line breaks', long('"\n')],
  ['line breaks only', `a,b\n${long('\n')}1,2\n`],
  ['dates that never end', `日期,金额\n${long('2024-01-01T')},5\n2024-01-02,6\n`],
  ['subtotals', `客户,金额\n${'小计,5\n'.repeat(50_000)}甲,5\n`],
  ['headers again and again', '客户,金额\n'.repeat(80_000)],
  ['wide and aligned by blanks', `${long('a  b  c  ', 60_000)}\n${long('1  2  3  ', 60_000)}\n`],
  ['markup that is none', `<${long('table ')}`],
];

describe('a text made to be slow', () => {
  for (const [name, text] of NASTY) {
    it(`is read or refused in time: ${name}`, { timeout: 5000 }, async () => {
      const table = await detectTable(new TextEncoder().encode(text), { name });
      if (table.ok) expect(brokenLaw(table.value)).toBeNull();
      else expect(table.issues.length).toBeGreaterThan(0);
    });
  }
});
