import { describe, expect, it } from 'vitest';
import { ISSUE_CODES } from '~/domain/issue';
import { readBook } from '~/exchange/workbook/readBook';
import { HOSTILE_FILES } from '../../support/hostileFiles/hostileFiles';

describe('a file made to harm its reader', () => {
  it.each(HOSTILE_FILES)('with $name ends in an answer within 5 s', async ({ make, answers }) => {
    const bytes = make();
    const before = Object.getOwnPropertyNames(Object.prototype);
    const start = performance.now();
    const read = await readBook(bytes);
    expect(performance.now() - start).toBeLessThan(5000);
    if (read.ok) {
      const area = (merges: (typeof read.value)[number]['merges']) =>
        merges.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
      for (const { rows, merges } of read.value) {
        const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
        expect(area(merges)).toBeLessThanOrEqual(rows.length * width);
      }
    } else expect(read.issues.every(({ code }) => ISSUE_CODES.includes(code))).toBe(true);
    expect(answers).toContain(read.ok ? 'read' : read.issues[0].code);
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect('harmed' in globalThis).toBe(false);
  });
});
