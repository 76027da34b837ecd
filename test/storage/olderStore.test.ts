import { Dexie } from 'dexie';
import { describe, expect, it } from 'vitest';
import type { FactSegment } from '~/domain/fact';
import { SCHEMA } from '~/domain/journal';
import { commit } from '~/storage/commit';
import { loadFactSegments, loadWorkspace } from '~/storage/load';
import { databaseName, workspaceDatabase } from '~/storage/schema';
import { header, write } from './fixture';

const SECOND = {
  ...Object.fromEntries(
    [
      'workspace',
      'plan',
      'hierarchy',
      'hold',
      'goal',
      'import',
      'tierRule',
      'tierPin',
      'kpiLimit',
      'limit',
      'spreadDefault',
    ]
      .concat(['scenario', 'issue', 'approval', 'round', 'growthSource', 'note', 'savedView', 'holidayList'])
      .map((type) => [`${type}s`, 'id']),
  ),
  header: 'key',
  journal: 'seq',
  steps: 'seq',
  memberBlocks: '[dimension+no]',
  lines: '[plan+generation+group+no]',
  manifests: '[plan+generation+group+column+period]',
  segments: 'id',
  orders: 'id',
};

/** What the release with customers and sources had. */
const THIRD = {
  ...SECOND,
  ...Object.fromEntries(
    ['sourceImport', 'fact', 'importProfile', 'dismissal', 'segmentation', 'lifecycleRule', 'tiering', 'savedFilter']
      .concat([
        'servicePackage',
        'serviceSettings',
        'creditRule',
        'tierPrice',
        'priceBand',
        'rebateProgramme',
        'ownership',
      ])
      .map((type) => [`${type}s`, 'id']),
  ),
  factSegments: 'id',
};

const FACTS: FactSegment = {
  kind: 'visits',
  count: 3,
  keys: ['1\u00012', '', '客户𠮷'],
  numbers: { day: Float64Array.of(1, Number.NaN, -0.5) },
  codes: { customer: Uint32Array.of(7, 300, 70_000) },
  texts: { result: { at: Uint32Array.of(0, 1, 2), values: ['', 'said', '𠮷野家'] } },
};

describe('facts in storage', () => {
  it('a store of the release before opens, says the same, and takes facts', async () => {
    const old = new Dexie(databaseName('older/', 'w'));
    old.version(2).stores(SECOND);
    await old.table('header').put({
      ...header(1, { schema: 2, minReader: 2, counts: { entries: 0, records: 1 } }),
      key: 'header',
      rows: { memberBlocks: 0, lines: 0, manifests: 0, segments: 0, orders: 0 },
    });
    await old.table('workspaces').put({ id: 'w', name: 'Old', currency: 'CNY', minorUnit: 2 });
    old.close();
    const database = workspaceDatabase('older/', 'w');
    const loaded = await loadWorkspace(database);
    expect(loaded).toMatchObject({ ok: true, value: { records: [{ type: 'workspace', id: 'w' }] } });
    const next = write(1, {
      facts: [{ ...FACTS, id: 'f1' }],
      head: { schema: SCHEMA, minReader: SCHEMA, counts: { entries: 0, records: 1 } },
    });
    expect(await commit(database, next)).toEqual({ ok: true, value: null });
    expect((await loadWorkspace(database)).ok).toBe(true);
    expect(await loadFactSegments(database, ['f1'])).toEqual({ ok: true, value: [FACTS] });
    database.close();
  });

  it('a store from before the forecasts opens, says the same, and takes records of theirs', async () => {
    const old = new Dexie(databaseName('third/', 'w'));
    old.version(3).stores(THIRD);
    await old.table('header').put({
      ...header(1, { schema: 3, minReader: 3, counts: { entries: 0, records: 2 } }),
      key: 'header',
      rows: { memberBlocks: 0, lines: 0, manifests: 0, segments: 0, orders: 0, factSegments: 0 },
    });
    await old.table('workspaces').put({ id: 'w', name: 'Old', currency: 'CNY', minorUnit: 2 });
    const filter = { id: 'sf1', name: 'Big ones', filter: {} };
    await old.table('savedFilters').put(filter);
    old.close();
    const database = workspaceDatabase('third/', 'w');
    const loaded = await loadWorkspace(database);
    if (!loaded.ok || !loaded.value) throw new Error('nothing loaded');
    expect(loaded.value.records.map(({ type, id }) => [type, id])).toEqual([
      ['workspace', 'w'],
      ['savedFilter', 'sf1'],
    ]);
    const risk = {
      ...{ id: 'r1', plan: 'p', title: '断货', at: { region: 3 }, chance: 0.2, low: -3, likely: -2, high: -1 },
      ...{ from: '2027-01', to: '2027-03', owner: '' },
    };
    const override = { id: 'o1', plan: 'p', at: {}, month: '2027-01', amount: 500, reason: 'a big order' };
    const next = write(1, {
      records: [
        { type: 'risk', id: risk.id, from: null, to: risk },
        { type: 'forecastOverride', id: override.id, from: null, to: override },
      ],
      head: { schema: SCHEMA, minReader: SCHEMA, counts: { entries: 0, records: 4 } },
    });
    expect(await commit(database, next)).toEqual({ ok: true, value: null });
    const again = await loadWorkspace(database);
    if (!again.ok || !again.value) throw new Error('nothing loaded');
    const stored = Object.fromEntries(again.value.records.map(({ type, to }) => [type, to]));
    expect(stored).toMatchObject({ savedFilter: filter, risk, forecastOverride: override });
    database.close();
  });

  it('a segment that is changed or gone is damage', async () => {
    const database = workspaceDatabase('damagedFacts/', 'w');
    expect((await commit(database, write(0, { facts: [{ ...FACTS, id: 'f1' }] }))).ok).toBe(true);
    const row = await database.factSegments.get('f1');
    if (!row) throw new Error('nothing stored');
    await database.factSegments.put({ ...row, keys: { ...row.keys, joined: row.keys.joined.replace('客', '主') } });
    const damage = { ok: false, issues: [{ code: 'storage/corrupt', params: { what: 'facts' } }] };
    expect(await loadFactSegments(database, ['f1'])).toMatchObject(damage);
    expect(await loadFactSegments(database, ['f2'])).toMatchObject(damage);
    await database.factSegments.delete('f1');
    expect(await loadWorkspace(database)).toMatchObject({
      ok: false,
      issues: [{ code: 'storage/corrupt', params: { what: 'factSegments' } }],
    });
    database.close();
  });
});
