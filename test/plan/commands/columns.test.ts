import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CellRef } from '~/domain/cell';
import { BASELINE, type Column, columnKey, WORKING_TARGET } from '~/domain/plan';
import { selectionTotals } from '~/engine/cube/index';
import { canonicalBytes } from '~/plan/canonical';
import type { PlanDocument } from '~/plan/document';
import { selectionOf } from '~/plan/resolve';
import { runCommand } from '~/plan/run';
import { createSmallPlan, type SmallPlan } from '../support/smallPlan';
import { day } from '../support/smallWorkspace';

const bytesOf = (document: PlanDocument) => createHash('sha256').update(canonicalBytes(document)).digest('hex');

const year = (small: SmallPlan) => small.plan.periods.map((period) => period.id);
const layer = (name: string): Column => ({ ...WORKING_TARGET, layer: name });

const attempt = (small: SmallPlan, command: Parameters<typeof runCommand>[1]) =>
  runCommand(small.document, command, { today: day('2026-07-16'), now: '', seq: 99, batchOf: () => null });

const cell = (
  small: SmallPlan,
  column: Column,
  names: Record<string, string> = {},
  periods = year(small),
): CellRef => ({
  column,
  at: small.at(names),
  periods,
});

function totals(small: SmallPlan, at: CellRef) {
  const column = small.document.open?.columns.get(columnKey(at.column));
  return column ? selectionTotals(column, selectionOf(small.document, small.plan, at)) : null;
}

describe('copying a column', () => {
  it('whole and as it is shares the segments of the source', () => {
    const small = createSmallPlan();
    const copied = small.run({
      name: 'columns/copy',
      from: WORKING_TARGET,
      to: cell(small, layer('stretch')),
      percent: 100,
    });
    expect(copied.write?.segments).toEqual([]);
    expect(copied.outcome.effect).toMatchObject({ leaves: 36, before: null, after: 36_000 });
    const { columns } = small.document.open ?? {};
    expect(columns?.get('base/stretch/sales')?.value[5]).toBe(columns?.get('base/target/sales')?.value[5]);
    small.run({ name: 'targets/setCell', cell: cell(small, layer('stretch')), amount: 40_000 });
    expect(totals(small, cell(small, WORKING_TARGET))?.sum).toBe(36_000);
  });

  it('by a percentage gives its sum to the cent, whatever the parts round to', () => {
    const small = createSmallPlan();
    small.run({ name: 'targets/setCell', cell: cell(small, WORKING_TARGET), amount: 33_337 });
    for (const [percent, total] of [
      [110, 36_671],
      [33.3, 11_101],
      [0, 0],
      [100.5, 33_504],
    ]) {
      small.run({ name: 'columns/copy', from: WORKING_TARGET, to: cell(small, layer('stretch')), percent });
      expect(totals(small, cell(small, layer('stretch')))).toMatchObject({ sum: total, spoken: 36 });
    }
  });

  it('keeps blank apart from zero', () => {
    const small = createSmallPlan();
    small.run({ name: 'targets/clearCell', cell: cell(small, WORKING_TARGET, { seller: 'Ann' }) });
    small.run({ name: 'targets/setCell', cell: cell(small, WORKING_TARGET, { seller: 'Bob' }), amount: 0 });
    small.run({ name: 'columns/copy', from: WORKING_TARGET, to: cell(small, layer('floor')), percent: 90 });
    expect(totals(small, cell(small, layer('floor'), { seller: 'Ann' }))).toMatchObject({ spoken: 0, sum: 0 });
    expect(totals(small, cell(small, layer('floor'), { seller: 'Bob' }))).toMatchObject({ spoken: 12, sum: 0 });
  });

  it('under a cell leaves everything else alone, negative numbers included', () => {
    const small = createSmallPlan();
    small.run({ name: 'columns/copy', from: WORKING_TARGET, to: cell(small, layer('stretch')), percent: 100 });
    const march = cell(small, WORKING_TARGET, { seller: 'Ann' }, ['2026-03']);
    small.run({ name: 'targets/setCell', cell: march, amount: -777 });
    const before = totals(small, cell(small, layer('stretch'), { region: 'South' }));
    const north = totals(small, cell(small, WORKING_TARGET, { region: 'North' }))?.sum ?? 0;
    small.run({
      name: 'columns/copy',
      from: WORKING_TARGET,
      to: cell(small, layer('stretch'), { region: 'North' }),
      percent: 50,
    });
    expect(totals(small, cell(small, layer('stretch'), { region: 'South' }))).toEqual(before);
    expect(totals(small, cell(small, layer('stretch'), { region: 'North' }))?.sum).toBe(Math.round(north / 2));
    expect(totals(small, { ...march, column: layer('stretch') })?.sum).toBe(-389);
  });

  it('goes around what is held in the goal and gives the rest to the others', () => {
    const small = createSmallPlan();
    small.run({ name: 'columns/copy', from: WORKING_TARGET, to: cell(small, layer('stretch')), percent: 100 });
    const ann = cell(small, layer('stretch'), { seller: 'Ann' });
    small.run({ name: 'holds/add', cell: ann, kind: 'freeze' });
    const held = totals(small, ann)?.sum;
    small.run({ name: 'columns/copy', from: WORKING_TARGET, to: cell(small, layer('stretch')), percent: 120 });
    expect(totals(small, ann)?.sum).toBe(held);
    expect(totals(small, cell(small, layer('stretch')))?.sum).toBe(43_200);
    const refused = attempt(small, { name: 'columns/copy', from: WORKING_TARGET, to: ann, percent: 10 });
    expect(refused).toMatchObject({ ok: false, issues: [{ code: 'target/nothingFree' }] });
    expect(JSON.stringify(refused)).toContain('Ann');
  });

  it('is not bent by what stays and is right already: closed months, months before a member joins, equal locks', () => {
    const small = createSmallPlan();
    const early = cell(small, WORKING_TARGET, { seller: 'Ann' }, ['2026-01', '2026-02']);
    small.run({ name: 'targets/clearCell', cell: early });
    small.run({
      name: 'members/setDates',
      dimension: 'seller',
      code: small.at({ seller: 'Ann' }).seller,
      from: day('2026-03-01'),
      to: null,
      rampMonths: 0,
    });
    const stretch = cell(small, layer('stretch'));
    small.run({
      name: 'targets/setCell',
      cell: cell(small, WORKING_TARGET, { seller: 'Bob' }, ['2026-05']),
      amount: 0,
    });
    small.run({ name: 'columns/copy', from: WORKING_TARGET, to: stretch, percent: 100 });
    expect(totals(small, stretch)).toEqual(totals(small, cell(small, WORKING_TARGET)));
    expect(totals(small, { ...stretch, periods: ['2026-01'] })?.spoken).toBe(2);
    const ann = cell(small, layer('stretch'), { seller: 'Ann' }, ['2026-09']);
    small.run({ name: 'holds/add', cell: ann, kind: 'freeze' });
    small.run({ name: 'periods/close', periods: ['2026-01'] });
    small.run({ name: 'targets/setCell', cell: cell(small, WORKING_TARGET, {}, ['2026-07']), amount: 77 });
    small.run({ name: 'columns/copy', from: WORKING_TARGET, to: stretch, percent: 100 });
    for (const period of year(small))
      expect(totals(small, { ...stretch, periods: [period] })).toEqual(
        totals(small, cell(small, WORKING_TARGET, {}, [period])),
      );
    small.run({ name: 'columns/copy', from: WORKING_TARGET, to: stretch, percent: 110 });
    const january = { ...stretch, periods: ['2026-01'] };
    expect(totals(small, january)).toEqual(totals(small, { ...january, column: WORKING_TARGET }));
    expect(totals(small, ann)).toEqual(totals(small, { ...ann, column: WORKING_TARGET }));
  });

  it('keeps the locks of single leaves where they are', () => {
    const small = createSmallPlan();
    small.run({ name: 'columns/copy', from: WORKING_TARGET, to: cell(small, layer('stretch')), percent: 100 });
    const leaf = cell(small, layer('stretch'), { region: 'North', seller: 'Ann' }, ['2026-01']);
    small.run({ name: 'holds/add', cell: leaf, kind: 'freeze' });
    small.run({ name: 'columns/copy', from: WORKING_TARGET, to: cell(small, layer('stretch')), percent: 100 });
    expect(totals(small, leaf)?.held).toBe(1);
    expect(totals(small, cell(small, WORKING_TARGET))?.held).toBe(0);
    small.run({ name: 'columns/copy', from: layer('stretch'), to: cell(small, layer('floor')), percent: 100 });
    expect(totals(small, cell(small, layer('floor')))?.held).toBe(0);
  });

  it('of nothing is refused, and so is one onto what no one types into', () => {
    const small = createSmallPlan();
    const before = bytesOf(small.document);
    for (const [from, to, code] of [
      ['stretch', 'floor', 'column/unknown'],
      ['target', 'issued', 'column/fixed'],
      ['target', 'baseline', 'column/fixed'],
    ]) {
      const refused = attempt(small, {
        name: 'columns/copy',
        from: layer(from),
        to: cell(small, layer(to)),
        percent: 100,
      });
      expect(refused).toMatchObject({ ok: false, issues: [{ code }] });
    }
    for (const percent of [-1, Number.NaN]) {
      const whole = cell(small, layer('stretch'));
      const copied = attempt(small, { name: 'columns/copy', from: WORKING_TARGET, to: whole, percent });
      expect(copied).toMatchObject({ ok: false, issues: [{ code: 'number/notUnderstood' }] });
    }
    expect(bytesOf(small.document)).toBe(before);
  });
});

describe('clearing a column', () => {
  it('makes it blank; a lock in it refuses by name', () => {
    const small = createSmallPlan();
    const before = bytesOf(small.document);
    small.run({ name: 'columns/copy', from: WORKING_TARGET, to: cell(small, layer('stretch')), percent: 100 });
    const hold = small.run({
      name: 'holds/add',
      cell: cell(small, layer('stretch'), { seller: 'Ann' }),
      kind: 'freeze',
    });
    const refused = attempt(small, { name: 'columns/clear', column: layer('stretch') });
    expect(refused).toMatchObject({
      issues: [{ code: 'target/nothingFree', params: { holdIds: hold.change.records[0].id } }],
    });
    expect(JSON.stringify(refused)).toContain('Ann');
    small.run({ name: 'holds/remove', hold: hold.change.records[0].id });
    small.run({ name: 'columns/clear', column: layer('stretch') });
    expect(bytesOf(small.document)).toBe(before);
    expect(attempt(small, { name: 'columns/clear', column: BASELINE })).toMatchObject({
      issues: [{ code: 'column/fixed' }],
    });
  });
});

describe('issuing', () => {
  it('hands the working target down, and a re-spread moves only the working one', () => {
    const small = createSmallPlan();
    small.run({ name: 'plan/issue' });
    small.run({ name: 'targets/setCell', cell: cell(small, WORKING_TARGET), amount: 50_000 });
    expect(totals(small, cell(small, layer('issued')))?.sum).toBe(36_000);
    expect(totals(small, cell(small, WORKING_TARGET))?.sum).toBe(50_000);
    const typed = attempt(small, { name: 'targets/setCell', cell: cell(small, layer('issued')), amount: 1 });
    expect(typed).toMatchObject({ ok: false, issues: [{ code: 'column/fixed' }] });
  });

  it('asks for a reason from the second time on, and counts', () => {
    const small = createSmallPlan();
    small.run({ name: 'plan/issue' });
    small.run({ name: 'targets/setCell', cell: cell(small, WORKING_TARGET), amount: 50_000 });
    for (const reason of [undefined, '  '])
      expect(attempt(small, { name: 'plan/issue', ...(reason ? { reason } : {}) })).toMatchObject({
        issues: [{ code: 'reason/needed' }],
      });
    small.run({ name: 'plan/issue', reason: 'new market' });
    const records = [...small.document.records.issue.values()].map(({ no, reason, total }) => [no, reason, total]);
    expect(records).toEqual([
      [1, '', 36_000],
      [2, 'new market', 50_000],
    ]);
    expect(totals(small, cell(small, layer('issued')))?.sum).toBe(50_000);
  });
});
