import { describe, expect, it } from 'vitest';
import type { FactSegment } from '~/domain/fact';
import type { SourceImport } from '~/domain/record';
import { createDocument, type PlanDocument } from '~/plan/document';
import { factList } from '~/plan/views/factList';

const segment: FactSegment = {
  kind: 'complaints',
  count: 3,
  keys: ['a', 'b', 'c'],
  numbers: { day: Float64Array.of(100, Number.NaN, 300) },
  codes: { customer: Uint32Array.of(0, 0, 0) },
  texts: {
    key: { at: Uint32Array.of(1, 2, 3), values: ['', 'a', 'b', 'c'] },
    subject: { at: Uint32Array.of(1, 0, 2), values: ['', 'Oil leak', '包装破损'] },
  },
};

const imported = {
  id: 'i',
  pack: 'p',
  kind: 'complaints',
  name: '投诉.xlsx',
  importedAt: '2026-01-01T00:00:00.000Z',
  asOf: 310,
  from: 100,
  to: 300,
  segments: ['s'],
  rowsIn: 3,
  kept: 3,
  reported: 0,
  byReason: {},
  amount: null,
  whole: false,
} satisfies SourceImport;

function withFacts(): PlanDocument {
  const document = createDocument();
  document.facts.set('s', segment);
  document.records.sourceImport.set('i', imported);
  document.records.fact.set('complaints/d', {
    id: 'complaints/d',
    kind: 'complaints',
    key: 'd',
    values: { key: 'd', day: 200, subject: 'by phone' },
    putAt: '2026-01-02T00:00:00.000Z',
  });
  return document;
}

const ask = (document: PlanDocument, part: Partial<Parameters<typeof factList>[1]> = {}) =>
  factList(document, { kind: 'complaints', search: '', first: 0, count: 100, ...part });

describe('the list of facts', () => {
  it('has the newest first and rows without a day last', () => {
    expect(ask(withFacts()).rows.map(({ key }) => key)).toEqual(['c', 'd', 'a', 'b']);
  });

  it('says where a row came from, and which were put in by hand', () => {
    const { rows, asOf } = ask(withFacts());
    expect(rows.map(({ source, byHand }) => [source, byHand])).toEqual([
      ['投诉.xlsx', false],
      [null, true],
      ['投诉.xlsx', false],
      ['投诉.xlsx', false],
    ]);
    expect(asOf).toBe(310);
  });

  it('keeps blank apart from zero', () => {
    const blank = ask(withFacts()).rows.find(({ key }) => key === 'b');
    expect(blank?.values).toMatchObject({ key: 'b', day: null, customer: null, subject: null });
  });

  it('is searched by texts and how they are read, whatever case and width, and counts what it finds', () => {
    const found = ask(withFacts(), { search: 'ＯＩＬ' });
    expect([found.rows.map(({ key }) => key), found.matching, found.total]).toEqual([['a'], 1, 4]);
    expect(ask(withFacts(), { search: '破损' }).matching).toBe(1);
    expect(ask(withFacts(), { search: 'nothing like it' }).rows).toEqual([]);
    const query = { kind: 'complaints', search: 'posun', first: 0, count: 9 } as const;
    expect(factList(withFacts(), query).matching).toBe(0);
    const reading = (text: string) => ({ full: text.replace('破损', 'posun'), initials: 'ps' });
    expect(factList(withFacts(), query, reading).matching).toBe(1);
  });

  it('by windows is the list as a whole, and empty beyond its end', () => {
    const document = withFacts();
    const windows = [0, 1, 2, 3, 4, 5].flatMap((first) => ask(document, { first, count: 1 }).rows);
    expect(windows).toEqual(ask(document).rows);
    expect(ask(document, { first: 99 })).toMatchObject({ rows: [], matching: 4 });
  });

  it('of a kind that nobody brought is empty', () => {
    expect(ask(withFacts(), { kind: 'training' })).toEqual({ rows: [], matching: 0, total: 0, asOf: null });
  });
});
