import { describe, expect, test } from 'vitest';
import { openedPlan } from '~/plan/document';
import { createFactCache } from '~/plan/facts';
import { baseDifference } from '~/plan/views/baseDifference';
import { createSmallPlan, type SmallPlan } from '../support/smallPlan';
import { batchOf, createWorkspace, settingsOf } from '../support/smallWorkspace';

const TODAY = 20_650;
const coverage = { from: '2023-01-01', to: '2026-07-15' };

function differenceOf(small: SmallPlan) {
  const difference = baseDifference(small.document, { today: TODAY, facts: createFactCache() });
  if (!difference.ok) throw new Error(JSON.stringify(difference.issues));
  return difference.value;
}

const sellLate = (small: SmallPlan, seller: { region: string; seller: string; customer: string }) =>
  small.run(
    { name: 'orders/import', draft: 'late' },
    batchOf([{ on: '2025-12-30', amount: 3000, ...seller }], { coverage }),
  );

describe('the difference a refreshed base makes', () => {
  test('is none as long as the orders are the same', () => {
    const { before, after, target, targetAfter, changed, moved } = differenceOf(createSmallPlan());
    expect([changed, moved]).toEqual([false, 0]);
    expect({ ...after, takenOn: '' }).toEqual({ ...before, takenOn: '' });
    expect([target, targetAfter]).toEqual([36_000, 36_000]);
  });

  test('is what the command then does, and asking changes nothing', () => {
    const small = createSmallPlan();
    sellLate(small, { region: 'South', seller: 'Cid', customer: 'Cedar' });
    const told = differenceOf(small);
    expect(told).toMatchObject({ target: 36_000, targetAfter: 39_600, moved: 1 });
    expect([told.before.total, told.after.total]).toEqual([30_000, 33_000]);
    expect(differenceOf(small)).toEqual(told);
    small.run({ name: 'plan/refreshBase', keepTarget: false });
    const done = differenceOf(small);
    expect(done).toMatchObject({ target: 39_600, targetAfter: 39_600, moved: 0 });
    expect(openedPlan(small.document)?.base.total).toBe(33_000);
  });

  test('counts orders that no line carries', () => {
    const small = createSmallPlan();
    sellLate(small, { region: 'North', seller: 'Cid', customer: 'Cedar' });
    expect(differenceOf(small)).toMatchObject({ changed: true, moved: 0, targetAfter: 39_600 });
    small.run({ name: 'plan/refreshBase', keepTarget: false });
    expect(differenceOf(small)).toMatchObject({ changed: false, target: 39_600 });
  });

  test('leaves a kept target where it is', () => {
    const small = createSmallPlan();
    sellLate(small, { region: 'South', seller: 'Cid', customer: 'Cedar' });
    small.run({ name: 'plan/refreshBase', keepTarget: true });
    expect(differenceOf(small)).toMatchObject({ target: 36_000, targetAfter: 36_000, moved: 0 });
  });

  test('is seen where only the shares moved', () => {
    const small = createSmallPlan();
    small.run(
      { name: 'orders/import', draft: 'late' },
      batchOf(
        [
          { on: '2025-12-30', amount: 300, region: 'South', seller: 'Cid', customer: 'Cedar' },
          { on: '2025-12-30', amount: -300, region: 'North', seller: 'Ann', customer: 'Acme' },
        ],
        { coverage },
      ),
    );
    const { before, after, moved } = differenceOf(small);
    expect(after.total).toBe(before.total);
    expect(moved).toBe(2);
  });

  test('is refused without orders, and without a plan', () => {
    const bare = createWorkspace('2026-07-16');
    const asked = () => baseDifference(bare.document, { today: TODAY, facts: createFactCache() });
    expect(asked()).toEqual({ ok: false, issues: [{ code: 'plan/notOpen' }] });
    bare.run({ name: 'plan/create', settings: settingsOf({ base: 'none', members: { region: ['North'] } }) });
    expect(asked()).toEqual({ ok: false, issues: [{ code: 'plan/noBase' }] });
  });
});
