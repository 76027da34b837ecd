import { describe, expect, it } from 'vitest';
import type { Command } from '~/domain/command';
import { canonicalBytes } from '~/plan/canonical';
import { spreadPreview } from '~/plan/views/spreadPreview';
import { cellOf, sumAt } from '../support/cells';
import { createSmallPlan, type SmallPlan } from '../support/smallPlan';
import { day } from '../support/smallWorkspace';

const context = { today: day('2026-07-16'), now: '', seq: 0, batchOf: () => null };

/** Previews leave every byte as it was. */
function previewOf(small: SmallPlan, command: Command, dimension = 'seller') {
  const before = canonicalBytes(small.document);
  const preview = spreadPreview(small.document, command, { dimension, context });
  expect(Buffer.compare(before, canonicalBytes(small.document))).toBe(0);
  if (!preview.ok) throw new Error(preview.issues[0].code);
  return preview.value;
}

describe('the preview of a spread', () => {
  it('says who gets what, by which weight, and is what the deed then does', () => {
    const small = createSmallPlan();
    const cell = cellOf(small, {});
    const command = { name: 'targets/spread', cell, amount: 60_000, basis: { kind: 'lastYear' }, unit: 1 } as const;
    const preview = previewOf(small, command);
    expect(preview).toMatchObject({ before: 36_000, after: 60_000, held: 0, issues: [], notes: [] });
    expect(preview.members.map(({ label, after, weight }) => [label, after, weight])).toEqual([
      ['Ann', 24_000, 0.4],
      ['Bob', 12_000, 0.2],
      ['Cid', 24_000, 0.4],
    ]);
    expect(preview.periods.length).toBe(12);
    expect(preview.periods.reduce((sum, { after }) => sum + (after ?? 0), 0)).toBe(60_000);
    const applied = small.run(command);
    expect(applied.outcome.effect.leaves).toBe(preview.leaves);
    for (const { label, after } of preview.members) expect(sumAt(small, cellOf(small, { seller: label }))).toBe(after);
  });

  it('shows what is held and stays', () => {
    const small = createSmallPlan();
    const ann = cellOf(small, { seller: 'Ann' });
    small.run({ name: 'holds/add', cell: ann, kind: 'freeze' });
    const cell = cellOf(small, {});
    const preview = previewOf(small, { name: 'targets/setCell', cell, amount: 50_400 });
    expect(preview).toMatchObject({ held: 12, heldAmount: 14_400 });
    expect(preview.members.map(({ held, before, after }) => [held, before, after])).toEqual([
      ['all', 14_400, 14_400],
      ['none', 7_200, 12_000],
      ['none', 14_400, 24_000],
    ]);
    expect(preview.members[0].weight).toBe(0);
  });

  it('of what is impossible says why, with the present numbers', () => {
    const small = createSmallPlan();
    small.run({ name: 'holds/add', cell: cellOf(small, { region: 'North' }), kind: 'freeze' });
    const cell = cellOf(small, {});
    const preview = previewOf(small, { name: 'targets/setCell', cell, amount: 1000 }, 'region');
    expect(preview.issues).toMatchObject([
      { code: 'target/heldShortfall', params: { holds: expect.stringContaining('North') } },
    ]);
    expect(preview.members.map(({ label, before, after }) => [label, before, after])).toEqual([
      ['North', 21_600, 21_600],
      ['South', 14_400, 14_400],
    ]);
  });

  it('starts with what was remembered for the level', () => {
    const small = createSmallPlan();
    const spread = (region: string) =>
      ({
        name: 'targets/spread',
        cell: cellOf(small, { region }),
        amount: null,
        basis: { kind: 'equal' },
        unit: 100,
      }) as const;
    expect(previewOf(small, spread('South')).remembered).toBeNull();
    small.run({ ...spread('North'), remember: true });
    expect(previewOf(small, spread('South')).remembered).toEqual({ basis: { kind: 'equal' }, unit: 100 });
  });

  it('of both margins shows rows and periods, and one without numbers says that parts will be equal', () => {
    const small = createSmallPlan();
    const all = cellOf(small, {});
    const margins: Command = {
      name: 'targets/setMargins',
      column: all.column,
      rows: [
        { at: small.at({ region: 'North' }), total: 30_000 },
        { at: small.at({ region: 'South' }), total: 10_000 },
      ],
      periods: [
        { periods: all.periods.slice(0, 6), total: 15_000 },
        { periods: all.periods.slice(6), total: 25_000 },
      ],
    };
    expect(previewOf(small, margins, 'region').members.map(({ after }) => after)).toEqual([30_000, 10_000]);
    small.run({ name: 'targets/clearCell', cell: all });
    const empty = previewOf(small, { name: 'targets/setCell', cell: all, amount: 36 });
    expect(empty).toMatchObject({ before: null, equalSpread: true, notes: [{ code: 'spread/equalInstead' }] });
    expect(empty.members.map(({ before, weight }) => [before, weight])).toEqual(Array(3).fill([null, 1 / 3]));
  });
});
