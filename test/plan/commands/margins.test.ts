import { describe, expect, it } from 'vitest';
import type { Command } from '~/domain/command';
import { WORKING_TARGET } from '~/domain/plan';
import { canonicalBytes } from '~/plan/canonical';
import { takeBack } from '~/plan/takeBack';
import { attempt, byPeriod, cellOf, sumAt, yearOf } from '../support/cells';
import { createSmallPlan, type SmallPlan } from '../support/smallPlan';

const quarters = (small: SmallPlan): string[][] => [0, 1, 2, 3].map((q) => yearOf(small).slice(q * 3, q * 3 + 3));

const margins = (small: SmallPlan, rows: Record<string, number>, totals: number[]): Command => ({
  name: 'targets/setMargins',
  column: WORKING_TARGET,
  rows: Object.entries(rows).map(([region, total]) => ({ at: small.at({ region }), total })),
  periods: quarters(small).map((periods, q) => ({ periods, total: totals[q] })),
});

describe('fixing both margins of a plan', () => {
  it('makes regions and quarters exact, and undone it is the state before', () => {
    const small = createSmallPlan();
    const before = canonicalBytes(small.document);
    const totals = [12_000, 9_000, 10_000, 9_001];
    const applied = small.run(margins(small, { North: 25_001, South: 15_000 }, totals));
    expect(sumAt(small, cellOf(small, { region: 'North' }))).toBe(25_001);
    expect(sumAt(small, cellOf(small, { region: 'South' }))).toBe(15_000);
    expect(quarters(small).map((periods) => sumAt(small, cellOf(small, {}, periods)))).toEqual(totals);
    const { open } = small.document;
    if (open) takeBack(open, applied.outcome);
    expect(Buffer.compare(before, canonicalBytes(small.document))).toBe(0);
  });

  it('keeps a closed month and a frozen seller to the cent', () => {
    const small = createSmallPlan();
    const ann = cellOf(small, { seller: 'Ann' });
    small.run({ name: 'holds/add', cell: ann, kind: 'freeze' });
    small.run({ name: 'periods/close', periods: ['2026-01'] });
    const kept = [byPeriod(small, ann), byPeriod(small, cellOf(small, {}, ['2026-01']))];
    const sums = quarters(small).map((periods) => sumAt(small, cellOf(small, {}, periods)));
    const total = sumAt(small, cellOf(small, { region: 'North' })) + 500;
    small.run(margins(small, { North: total, South: 36_000 - total }, sums));
    expect([byPeriod(small, ann), byPeriod(small, cellOf(small, {}, ['2026-01']))]).toEqual(kept);
    expect(sumAt(small, cellOf(small, { region: 'North' }))).toBe(total);
  });

  it('names the holds that make it impossible, with their ids to release', () => {
    const small = createSmallPlan();
    small.run({ name: 'holds/add', cell: cellOf(small, { region: 'North' }), kind: 'freeze' });
    small.run({ name: 'holds/add', cell: cellOf(small, { seller: 'Cid' }, ['2026-01']), kind: 'freeze' });
    const north = sumAt(small, cellOf(small, { region: 'North' }));
    const sums = quarters(small).map((periods) => sumAt(small, cellOf(small, {}, periods)));
    const refused = attempt(small, margins(small, { North: north + 10, South: 36_000 - north - 10 }, sums));
    expect(refused).toMatchObject({ ok: false, issues: [{ code: 'margins/infeasible', params: { missing: 10 } }] });
    if (refused.ok) return;
    expect(refused.issues[0].params?.holds).toContain('North');
    expect(refused.issues[0].params?.holds).not.toContain('Cid');
    small.run({ name: 'holds/remove', hold: String(refused.issues[0].params?.holdIds) });
    small.run(margins(small, { North: north + 10, South: 36_000 - north - 10 }, sums));
  });

  it('refuses margins that differ, and a total for a row without lines', () => {
    const small = createSmallPlan();
    expect(attempt(small, margins(small, { North: 1, South: 2 }, [1, 1, 1, 1]))).toMatchObject({
      issues: [{ code: 'margins/differ', params: { amount: 3, bound: 4 } }],
    });
    const command = margins(small, { North: 36_000 }, [9000, 9000, 9000, 9000]);
    if (command.name !== 'targets/setMargins') return;
    const nowhere = { at: { ...small.at({ region: 'South', seller: 'Ann' }) }, total: 4 };
    command.rows[0].total -= 4;
    expect(attempt(small, { ...command, rows: [...command.rows, nowhere] })).toMatchObject({
      issues: [{ code: 'target/noLines' }],
    });
  });
});
