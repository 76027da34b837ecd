import { describe, expect, it } from 'vitest';
import { WORKING_TARGET } from '~/domain/plan';
import { findRows, MOST_HITS } from '~/plan/views/findRows';
import { createSheet, type Sheet } from '~/plan/views/sheet';
import { nodeOfRow } from '~/plan/views/sheetTree';
import { loadReading } from '~/worker/pinyin';
import { createWorkspace, settingsOf } from '../support/smallWorkspace';

function planOf(members: Record<string, string[]>) {
  const workspace = createWorkspace('2026-07-16');
  const dimensions = Object.keys(members);
  workspace.run({
    name: 'plan/create',
    settings: settingsOf({ base: 'none', target: 1_000_000, dimensions, members }),
  });
  const made = createSheet(workspace.document, { dimensions, column: WORKING_TARGET, open: [] }, 1);
  if (!made.ok) throw new Error('no sheet');
  return { ...workspace, sheet: made.value };
}

const names = (sheet: Sheet, hits: { row: string; label: string }[]): string[] => {
  for (const { row } of hits) expect(nodeOfRow(sheet.view, row)).not.toBeNull();
  return hits.map(({ label }) => label);
};

describe('find', () => {
  it('meets closed rows, in the order they would stand in, with their parents named', async () => {
    const { document, sheet } = planOf({ region: ['North', 'South'], seller: ['Ann Lee', 'Bob', 'Joanna'] });
    const reading = await loadReading();
    expect(sheet.ids).toHaveLength(3);
    const { hits, total } = findRows(document, sheet, { words: 'ANN', reading });
    expect(names(sheet, hits)).toEqual(['Ann Lee', 'Joanna', 'Ann Lee', 'Joanna']);
    expect(total).toBe(4);
    expect(hits[2].labels).toEqual(['South', 'Ann Lee']);
    expect(findRows(document, sheet, { words: 'lee ann', reading }).total).toBe(2);
    expect(findRows(document, sheet, { words: '  ', reading }).total).toBe(0);
    expect(findRows(document, sheet, { words: 'zed', reading })).toEqual({ hits: [], total: 0 });
  });

  it('reads Chinese names in full and by first letters, a name of two readings by the right one', async () => {
    const { document, sheet } = planOf({ region: ['华东大区', '重庆', '西南 KA'], seller: ['张三'] });
    const reading = await loadReading();
    const found = (words: string): string[] => names(sheet, findRows(document, sheet, { words, reading }).hits);
    expect(found('huadong')).toEqual(['华东大区']);
    expect(found('hddq')).toEqual(['华东大区']);
    expect(found('chongq')).toEqual(['重庆']);
    expect(found('ka')).toEqual(['西南 KA']);
    expect(found('zs')).toEqual(['张三', '张三', '张三']);
    expect(findRows(document, sheet, { words: 'huadong', reading: null }).total).toBe(0);
  });

  it('sees a new name at once', async () => {
    const { document, sheet, run } = planOf({ region: ['North', 'South'] });
    const reading = await loadReading();
    expect(findRows(document, sheet, { words: 'nord', reading }).total).toBe(0);
    run({ name: 'members/rename', dimension: 'region', code: 1, to: 'Nordic' });
    expect(findRows(document, sheet, { words: 'nord', reading }).total).toBe(1);
    // The old name is an alias now: who looks for it means this row.
    expect(findRows(document, sheet, { words: 'north', reading }).hits.map(({ label }) => label)).toEqual(['Nordic']);
  });

  it('answers over 10,000 names quickly once it has read them, and counts all it does not carry', async () => {
    const customer = Array.from({ length: 10_000 }, (_, i) => `客户${i}公司`);
    const { document, sheet } = planOf({ customer });
    const reading = await loadReading();
    findRows(document, sheet, { words: 'x', reading });
    const times = Array.from({ length: 7 }, () => {
      const start = performance.now();
      const { hits, total } = findRows(document, sheet, { words: 'kehu', reading });
      expect([hits.length, total]).toEqual([MOST_HITS, 10_000]);
      return performance.now() - start;
    });
    expect(Math.min(...times)).toBeLessThan(50);
  });
});
