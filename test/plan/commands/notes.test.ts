import { describe, expect, it } from 'vitest';
import { WORKING_TARGET } from '~/domain/plan';
import { canonicalBytes } from '~/plan/canonical';
import { type ProposalRow, proposalsFromRows } from '~/plan/proposalsFromRows';
import { runCommand } from '~/plan/run';
import { noteLines } from '~/plan/views/noteLines';
import { savedViewList } from '~/plan/views/savedViewList';
import { createSmallPlan, type SmallPlan } from '../support/smallPlan';

const attempt = (small: SmallPlan, command: Parameters<typeof runCommand>[1]) =>
  runCommand(small.document, command, {
    today: 0,
    now: '2026-07-17T08:00:00',
    who: 'Mia',
    seq: 99,
    batchOf: () => null,
  });

const listed = (small: SmallPlan) => {
  const lines = noteLines(small.document);
  if (!lines.ok) throw new Error('no notes');
  return lines.value.map(({ labels, text, who }) => [labels.join(), text, who]);
};

describe('a note', () => {
  it('is one per cell, written over by the next and gone with its text', () => {
    const small = createSmallPlan();
    const cell = { column: WORKING_TARGET, at: small.at({ seller: 'Ann' }), periods: ['2026-03'] };
    small.run({ name: 'notes/set', cell, text: '  ask her ' });
    small.run({ name: 'notes/set', cell: { ...cell, periods: ['2026-04'] }, text: 'fair' });
    expect(attempt(small, { name: 'notes/set', cell, text: 'asked' }).ok).toBe(true);
    expect(listed(small)).toEqual([
      ['Ann', 'asked', 'Mia'],
      ['Ann', 'fair', ''],
    ]);
    small.run({ name: 'notes/set', cell, text: ' ' });
    expect(listed(small)).toEqual([['Ann', 'fair', '']]);
    expect(attempt(small, { name: 'notes/set', cell, text: '' })).toMatchObject({ issues: [{ code: 'note/unknown' }] });
  });

  it('has 2,000 characters, however many units they take', () => {
    const small = createSmallPlan();
    const cell = { column: WORKING_TARGET, at: {}, periods: ['2026-03'] };
    expect(attempt(small, { name: 'notes/set', cell, text: '𠮷'.repeat(2001) })).toMatchObject({
      issues: [{ code: 'note/tooLong' }],
    });
    small.run({ name: 'notes/set', cell, text: '𠮷'.repeat(2000) });
  });
});

describe('a saved view', () => {
  const view = { title: 'By seller', query: { dimensions: ['seller'], column: WORKING_TARGET }, look: { unit: 'one' } };

  it('is no part of what the plan says', () => {
    const small = createSmallPlan();
    const before = canonicalBytes(small.document);
    small.run({ name: 'views/save', view: { ...view, id: null } });
    expect(canonicalBytes(small.document)).toEqual(before);
  });

  it('is written over by its id and taken away by it', () => {
    const small = createSmallPlan();
    const made = small.run({ name: 'views/save', view: { ...view, id: null } });
    const [{ id }] = made.change.records;
    small.run({ name: 'views/save', view: { ...view, id, title: 'Mine' } });
    expect(savedViewList(small.document)).toMatchObject({
      ok: true,
      value: [{ id, title: 'Mine', look: { unit: 'one' } }],
    });
    small.run({ name: 'views/remove', view: id });
    for (const command of [
      { name: 'views/remove', view: id } as const,
      { name: 'views/save', view: { ...view, id } } as const,
    ])
      expect(attempt(small, command)).toMatchObject({ issues: [{ code: 'view/unknown' }] });
  });
});

describe('a list of proposals', () => {
  it('becomes cells by name, the same place twice summed, and what matches nothing is named', () => {
    const small = createSmallPlan();
    small.run({ name: 'members/rename', dimension: 'seller', code: small.at({ seller: 'Bob' }).seller, to: 'Robert' });
    const year = small.plan.periods.map((period) => period.id);
    const rows: ProposalRow[] = [
      { names: { region: 'NORTH ', seller: 'ａｎｎ' }, period: '2026-01', amount: 10 },
      { names: { seller: 'bob', region: '' }, period: null, amount: 20 },
      { names: { region: 'north', seller: 'Ann' }, period: '2026-01', amount: 5 },
      { names: { seller: 'Zoe', region: 'East' }, period: '2027-01', amount: 1 },
      { names: { product: 'A' }, period: null, amount: 1 },
    ];
    const { cells, unmatched } = proposalsFromRows(small.document, small.plan, rows);
    expect(cells).toEqual([
      {
        cell: {
          column: { ...WORKING_TARGET, layer: 'proposal' },
          at: small.at({ region: 'North', seller: 'Ann' }),
          periods: ['2026-01'],
        },
        amount: 15,
      },
      {
        cell: { column: { ...WORKING_TARGET, layer: 'proposal' }, at: small.at({ seller: 'Robert' }), periods: year },
        amount: 20,
      },
    ]);
    expect(unmatched).toEqual([
      { row: 3, dimension: 'region', name: 'East' },
      { row: 3, dimension: 'seller', name: 'Zoe' },
      { row: 3, dimension: 'period', name: '2027-01' },
      { row: 4, dimension: 'product', name: 'A' },
    ]);
  });
});
