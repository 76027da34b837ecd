import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { columnKey, WORKING_TARGET } from '~/domain/plan';
import { canonicalBytes } from '~/plan/canonical';
import type { PlanDocument } from '~/plan/document';
import { replay } from '~/plan/replay';
import { runCommand } from '~/plan/run';
import { createSmallPlan, type SmallPlan } from '../support/smallPlan';
import { day } from '../support/smallWorkspace';

const bytesOf = (document: PlanDocument) => createHash('sha256').update(canonicalBytes(document)).digest('hex');

const attempt = (small: SmallPlan, command: Parameters<typeof runCommand>[1]) =>
  runCommand(small.document, command, { today: day('2026-07-16'), now: '', seq: 99, batchOf: () => null });

const year = (small: SmallPlan) => small.plan.periods.map((period) => period.id);

const openOf = (small: SmallPlan) => {
  const { open } = small.document;
  if (!open) throw new Error('no plan');
  return open;
};

/** The scenario that was made last. */
const newest = (small: SmallPlan) => [...small.document.records.scenario.values()].at(-1)?.scenario ?? '';

describe('a scenario', () => {
  it('shares every segment and every array of its model', () => {
    const small = createSmallPlan();
    const made = small.run({ name: 'scenarios/add', title: 'Cautious', from: 'base' });
    expect(made.write?.segments).toEqual([]);
    const { columns, ledger } = openOf(small);
    const scenario = newest(small);
    const models = [...columns.keys()].filter((key) => key.startsWith('base/'));
    expect(models.length).toBeGreaterThan(1);
    for (const key of models) {
      const copy = key.replace('base', scenario);
      for (const [p] of small.plan.periods.entries()) {
        expect(ledger.manifests.get(`${copy}|${p}`)).toEqual(ledger.manifests.get(`${key}|${p}`));
        expect(columns.get(copy)?.value[p]).toBe(columns.get(key)?.value[p]);
      }
    }
    expect(ledger.manifests.get(`${scenario}/target/sales|0`)?.some((id) => id !== null)).toBe(true);
  });

  it('says what its model said when it was made, small edits of then included', () => {
    const small = createSmallPlan();
    const cell = { column: WORKING_TARGET, at: small.at({ seller: 'Ann' }), periods: ['2026-03'] };
    small.run({ name: 'targets/setCell', cell, amount: 4321 });
    const made = small.run({ name: 'scenarios/add', title: 'Cautious', from: 'base' });
    expect(made.write?.segments).toHaveLength(1);
    small.run({ name: 'targets/setCell', cell, amount: 1 });
    const { columns } = openOf(small);
    expect(columns.get(`${newest(small)}/target/sales`)?.value[2]).toContain(4321);
    expect(columns.get(columnKey(WORKING_TARGET))?.value[2]).not.toContain(4321);
  });

  it('takes the holds and goals of its model along and is edited by itself', () => {
    const small = createSmallPlan();
    const ann = { column: WORKING_TARGET, at: small.at({ seller: 'Ann' }), periods: year(small) };
    small.run({ name: 'holds/add', cell: ann, kind: 'freeze' });
    small.run({ name: 'goals/set', cell: ann, amount: 9_000 });
    small.run({ name: 'notes/set', cell: ann, text: 'said here only' });
    small.run({ name: 'scenarios/add', title: 'Cautious', from: 'base' });
    const own = { ...WORKING_TARGET, scenario: newest(small) };
    const goals = [...small.document.records.goal.values()].map(({ cell, amount }) => [cell.column.scenario, amount]);
    expect(goals).toContainEqual(['base', 9_000]);
    expect(goals).toContainEqual([own.scenario, 9_000]);
    expect(small.document.records.note.size).toBe(1);
    const refused = attempt(small, { name: 'targets/setCell', cell: { ...ann, column: own }, amount: 1 });
    expect(refused).toMatchObject({ ok: false, issues: [{ code: 'target/nothingFree' }] });
    const bob = { column: own, at: small.at({ seller: 'Bob' }), periods: year(small) };
    const before = openOf(small)
      .columns.get(columnKey(WORKING_TARGET))
      ?.value.map((values) => [...values]);
    small.run({ name: 'targets/setCell', cell: bob, amount: 1 });
    expect(
      openOf(small)
        .columns.get(columnKey(WORKING_TARGET))
        ?.value.map((values) => [...values]),
    ).toEqual(before);
  });

  it('goes with its columns, holds and notes; the base never does', () => {
    const small = createSmallPlan();
    const before = bytesOf(small.document);
    small.run({ name: 'scenarios/add', title: 'Cautious', from: 'base' });
    const scenario = newest(small);
    const cell = { column: { ...WORKING_TARGET, scenario }, at: {}, periods: year(small) };
    small.run({ name: 'goals/set', cell, amount: 5 });
    small.run({ name: 'scenarios/remove', scenario });
    expect(bytesOf(small.document)).toBe(before);
    expect(attempt(small, { name: 'scenarios/remove', scenario })).toMatchObject({
      issues: [{ code: 'scenario/unknown' }],
    });
    expect(attempt(small, { name: 'scenarios/remove', scenario: 'base' })).toMatchObject({
      issues: [{ code: 'scenario/last' }],
    });
  });

  it('has a name of its own, whatever its case and width', () => {
    const small = createSmallPlan();
    small.run({ name: 'scenarios/add', title: ' Cautious ', from: 'base' });
    for (const title of ['cautious', 'ＣＡＵＴＩＯＵＳ', '  ']) {
      const twice = attempt(small, { name: 'scenarios/add', title, from: 'base' });
      expect(twice).toMatchObject({ ok: false, issues: [{ code: 'scenario/duplicate' }] });
    }
    const unknown = attempt(small, { name: 'scenarios/add', title: 'Bold', from: 'nowhere' });
    expect(unknown).toMatchObject({ ok: false, issues: [{ code: 'scenario/unknown' }] });
    small.run({ name: 'scenarios/rename', scenario: newest(small), to: 'CAUTIOUS' });
    expect([...small.document.records.scenario.values()][0].title).toBe('CAUTIOUS');
  });

  it('of lines that came between two issues says nothing once the second is undone', () => {
    const small = createSmallPlan();
    small.run({ name: 'plan/issue' });
    const odd = { column: WORKING_TARGET, at: small.at({ region: 'South', seller: 'Ann' }), periods: ['2026-03'] };
    small.run({ name: 'targets/setCell', cell: odd, amount: 500 });
    const before = bytesOf(small.document);
    const { open } = small.document;
    const old = [0, 1, 2].flatMap((p) => open?.ledger.manifests.get(`base/issued/sales|${p}`) ?? []);
    const segments = new Map(
      old.flatMap((id, period) => {
        const column = open?.columns.get('base/issued/sales');
        return id === null || !column
          ? []
          : [[id, { id, first: 0, value: column.value[period].slice(0, 3), state: column.state[period].slice(0, 3) }]];
      }),
    );
    const issued = small.run({ name: 'plan/issue', reason: 'one line more' });
    expect(open?.columns.get('base/issued/sales')?.value[2]).toContain(500);
    replay(small.document, issued.change, { direction: 'back', segments });
    expect(bytesOf(small.document)).toBe(before);
  });

  it('undone and redone by its manifests alone gives the state before and after, byte for byte', () => {
    const small = createSmallPlan();
    const before = bytesOf(small.document);
    const made = small.run({ name: 'scenarios/add', title: 'Cautious', from: 'base' });
    const after = bytesOf(small.document);
    expect(after).not.toBe(before);
    replay(small.document, made.change, { direction: 'back', segments: new Map() });
    expect(bytesOf(small.document)).toBe(before);
    const { columns } = openOf(small);
    const blank = columns.get([...columns.keys()].filter((key) => key.startsWith('sc'))[0] ?? '');
    expect(new Set(blank?.value).size).toBe(1);
    replay(small.document, made.change, { direction: 'forward', segments: new Map() });
    expect(bytesOf(small.document)).toBe(after);
  });
});
