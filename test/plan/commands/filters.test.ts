import { expect, test } from 'vitest';
import { invertRecords } from '~/domain/change';
import type { SavedFilter } from '~/domain/savedFilter';
import { canonicalBytes } from '~/plan/canonical';
import { changeRecords } from '~/plan/document';
import { runCommand } from '~/plan/run';
import { createSmallPlan } from '../support/smallPlan';

const FILTER: SavedFilter = {
  id: '',
  name: '  Big and silent ',
  search: 'ac',
  tier: 'A',
  stage: 'dormant',
  segmentation: null,
  segment: null,
  all: [{ column: { kind: 'figure', figure: 'sales12' }, is: 'atLeast', value: 100 }],
};

test('a filter is kept under its name, replaced by its id, and undone byte for byte', () => {
  const { document, run } = createSmallPlan();
  const bytes = () => Buffer.from(canonicalBytes(document)).toString('hex');
  const start = bytes();
  const saved = run({ name: 'filters/save', filter: FILTER });
  const [kept] = document.records.savedFilter.values();
  expect(kept).toMatchObject({ name: 'Big and silent', stage: 'dormant' });
  const between = bytes();
  const changed = run({ name: 'filters/save', filter: { ...kept, search: 'b' } });
  expect([...document.records.savedFilter.values()]).toEqual([{ ...kept, search: 'b' }]);
  const removed = run({ name: 'filters/remove', id: kept.id });
  expect(document.records.savedFilter.size).toBe(0);
  changeRecords(document, invertRecords(removed.change.records));
  changeRecords(document, invertRecords(changed.change.records));
  expect(bytes()).toBe(between);
  changeRecords(document, invertRecords(saved.change.records));
  expect(bytes()).toBe(start);
});

test('a name that is blank or taken, and an id nobody has, are refused', () => {
  const { document, run } = createSmallPlan();
  run({ name: 'filters/save', filter: FILTER });
  const context = { today: 0, now: '', seq: 99, batchOf: () => null };
  const refused = (command: Parameters<typeof runCommand>[1]) => {
    const result = runCommand(document, command, context);
    return result.ok ? null : result.issues[0].code;
  };
  expect(refused({ name: 'filters/save', filter: { ...FILTER, name: ' ' } })).toBe('filter/noName');
  expect(refused({ name: 'filters/save', filter: { ...FILTER, name: 'ＢＩＧ and  silent' } })).toBe('filter/nameTaken');
  expect(refused({ name: 'filters/save', filter: { ...FILTER, id: 'f9' } })).toBe('filter/unknown');
  expect(refused({ name: 'filters/remove', id: 'f9' })).toBe('filter/unknown');
});
