import { describe, expect, it } from 'vitest';
import { runCommand } from '~/plan/run';
import { growthView } from '~/plan/views/growthView';
import { createSmallPlan, SMALL_LINES, type SmallPlan } from '../support/smallPlan';
import { batchOf, createWorkspace, day, settingsOf } from '../support/smallWorkspace';

function growthOf(small: Pick<SmallPlan, 'document' | 'at'>, names: Record<string, string> = {}) {
  const view = growthView(small.document, small.at(names));
  if (!view.ok) throw new Error('no view');
  return view.value;
}

const rowOf = (view: ReturnType<typeof growthOf>, kind: string) => view.rows.find((row) => row.kind === kind);

describe('growth sources', () => {
  it('leave unexplained what target has over last year and no source names', () => {
    const small = createSmallPlan();
    small.run({ name: 'growth/set', at: {}, kind: 'price', amount: 2_000, note: 'list + 3 %' });
    small.run({ name: 'growth/set', at: {}, kind: 'loss', amount: -1_500, note: '' });
    expect(growthOf(small)).toMatchObject({ lastYear: 30_000, target: 36_000, unexplained: 5_500 });
  });

  it('sum what is said at a node and at the members under it, and keep nothing said apart from nothing', () => {
    const small = createSmallPlan();
    const set = (names: Record<string, string>, amount: number) =>
      small.run({ name: 'growth/set', at: small.at(names), kind: 'newCustomers', amount, note: '' });
    set({}, 100);
    set({ region: 'North' }, 1_000);
    set({ region: 'North', seller: 'Bob' }, 300);
    set({ region: 'South' }, 0);
    expect(rowOf(growthOf(small), 'newCustomers')).toMatchObject({ own: 100, amount: 1_400 });
    const north = rowOf(growthOf(small, { region: 'North' }), 'newCustomers');
    expect(north).toMatchObject({ own: 1_000, amount: 1_300, members: [{ label: 'North · Bob', amount: 300 }] });
    expect(rowOf(growthOf(small, { region: 'South' }), 'newCustomers')).toMatchObject({ own: 0, amount: 0 });
    expect(rowOf(growthOf(small, { seller: 'Cid' }), 'newCustomers')).toMatchObject({ own: null, amount: null });
    expect(growthOf(small, { region: 'North' }).lastYear).toBe(18_000);
  });

  it('replace what was said of a kind at a node, and take it out', () => {
    const small = createSmallPlan();
    const at = small.at({ region: 'North', seller: 'Ann' });
    small.run({ name: 'growth/set', at, kind: 'price', amount: 5, note: '' });
    const turned = { seller: at.seller, region: at.region };
    small.run({ name: 'growth/set', at: turned, kind: 'price', amount: 7, note: '' });
    expect(small.document.records.growthSource.size).toBe(1);
    small.run({ name: 'growth/set', at, kind: 'price', amount: null, note: '' });
    expect(rowOf(growthOf(small), 'price')?.amount).toBeNull();
    const context = { today: 0, now: '', seq: 99, batchOf: () => null };
    const gone = runCommand(small.document, { name: 'growth/set', at, kind: 'price', amount: null, note: '' }, context);
    expect(gone).toMatchObject({ ok: false, issues: [{ code: 'growth/unknown' }] });
  });

  it('do not make last year up where a part of it is unknown', () => {
    const workspace = createWorkspace('2026-07-16');
    const later = SMALL_LINES.filter((line) => day(line.on) >= day('2025-03-01'));
    workspace.run(
      { name: 'orders/import', draft: 'd' },
      batchOf(later, { coverage: { from: '2025-03-01', to: '2026-07-15' } }),
    );
    workspace.run({ name: 'plan/create', settings: settingsOf({ target: 36_000 }) });
    expect(growthOf({ ...workspace, at: () => ({}) })).toMatchObject({
      lastYear: null,
      target: 36_000,
      unexplained: null,
    });
  });
});
