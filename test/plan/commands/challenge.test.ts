import { describe, expect, test } from 'vitest';
import { DEFAULT_CHALLENGE } from '~/domain/challenge';
import { canonicalBytes } from '~/plan/canonical';
import { challengeRule } from '~/plan/challenge/challengeRule';
import { goalValue } from '~/plan/goalValue';
import { typedAmounts } from '~/worker/typedAmounts';
import { attempt, byPeriod, cellOf, sumAt } from '../support/cells';
import { createSmallPlan, type SmallPlan } from '../support/smallPlan';

const codes = (small: SmallPlan, command: Parameters<typeof attempt>[1]): string[] => {
  const result = attempt(small, command);
  return result.ok ? [] : result.issues.map(({ code }) => code);
};

describe('the rule of verdicts', () => {
  test('is the product’s own until somebody sets one, and one per plan', () => {
    const small = createSmallPlan();
    expect(challengeRule(small.document, small.plan.id)).toEqual(DEFAULT_CHALLENGE);
    const band = { id: '', of: 'growth' as const, low: 0, high: 0.1, source: 'Our board' };
    small.run({ name: 'challenge/setRule', rule: { ...DEFAULT_CHALLENGE, easy: 0.9, bands: [band] } });
    small.run({ name: 'challenge/setRule', rule: { ...DEFAULT_CHALLENGE, easy: 0.95, bands: [band] } });
    expect(small.document.records.challengeRule.size).toBe(1);
    const { easy, bands } = challengeRule(small.document, small.plan.id);
    expect(easy).toBe(0.95);
    expect(bands[0]).toMatchObject({ source: 'Our board', id: expect.stringMatching(/./) });
    expect(challengeRule(small.document, 'another')).toEqual(DEFAULT_CHALLENGE);
  });

  test('must fall from easy to demanding within 0 and 1, and name its sources', () => {
    const small = createSmallPlan();
    const wrong = [
      { easy: 1.2 },
      { easy: 0.3 },
      { demanding: 0.5 },
      { demanding: 0 },
      { fairChance: 1 },
      { ratchet: -0.1 },
    ];
    for (const part of [...wrong, { easy: Number.NaN }]) {
      expect(codes(small, { name: 'challenge/setRule', rule: { ...DEFAULT_CHALLENGE, ...part } })).toEqual([
        'challenge/badLimits',
      ]);
    }
    const bands = [{ id: 'b', of: 'growth' as const, low: 0.2, high: 0.1, source: 'x' }];
    expect(codes(small, { name: 'challenge/setRule', rule: { ...DEFAULT_CHALLENGE, bands } })).toEqual([
      'challenge/badBand',
    ]);
    const nameless = [{ ...bands[0], low: 0, source: ' ' }];
    expect(codes(small, { name: 'challenge/setRule', rule: { ...DEFAULT_CHALLENGE, bands: nameless } })).toEqual([
      'challenge/badBand',
    ]);
  });
});

describe('balancing targets', () => {
  const small = createSmallPlan();
  const ann = cellOf(small, { region: 'North', seller: 'Ann' });
  const cid = cellOf(small, { region: 'South', seller: 'Cid' });

  test('sets all its cells as one step, keeps their seasons, and needs a reason', () => {
    const total = sumAt(small, cellOf(small, {}));
    const [before, months] = [sumAt(small, ann), byPeriod(small, ann)];
    const cells = [
      { cell: ann, amount: before - 1201 },
      { cell: cid, amount: sumAt(small, cid) + 1201 },
    ];
    expect(codes(small, { name: 'targets/balance', cells, why: '  ' })).toEqual(['reason/needed']);
    const { outcome } = small.run({ name: 'targets/balance', cells, why: 'as hard for both' });
    expect([sumAt(small, ann), sumAt(small, cellOf(small, {}))]).toEqual([before - 1201, total]);
    byPeriod(small, ann).forEach((amount, p) => {
      expect(Math.abs(amount - (months[p] * (before - 1201)) / before)).toBeLessThan(1);
    });
    expect(outcome.edits).toHaveLength(1);
    expect(typedAmounts({ name: 'targets/balance', args: { cells } })).toEqual(cells);
  });

  test('moves the goals of its cells by as much where asked, and only then', () => {
    const goalOf = () => goalValue(small.document, ann);
    const now = sumAt(small, ann);
    small.run({ name: 'goals/set', cell: ann, amount: now - 100 });
    small.run({ name: 'targets/balance', cells: [{ cell: ann, amount: now + 30 }], why: 'the goal stays' });
    expect(goalOf()).toBe(now - 100);
    const cells = [{ cell: ann, amount: now + 50 }];
    small.run({ name: 'targets/balance', cells, why: 'the goal moves', goals: true });
    expect([sumAt(small, ann), goalOf()]).toEqual([now + 50, now - 80]);
  });

  test('changes nothing where one of them is locked, and says which', () => {
    small.run({ name: 'holds/add', cell: cid, kind: 'freeze' });
    const before = canonicalBytes(small.document);
    const cells = [
      { cell: ann, amount: 5 },
      { cell: cid, amount: 6 },
    ];
    const refused = attempt(small, { name: 'targets/balance', cells, why: 'both' });
    expect(refused.ok).toBe(false);
    expect(JSON.stringify(refused)).toContain('South · Cid');
    expect(Buffer.compare(before, canonicalBytes(small.document))).toBe(0);
  });

  test('of no cell changes nothing', () => {
    const { outcome } = small.run({ name: 'targets/balance', cells: [], why: 'nothing to do' });
    expect(outcome.effect.leaves).toBe(0);
  });
});
