import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CHALLENGE, DEFAULT_SIMULATION } from '~/domain/challenge';
import type { Command } from '~/domain/command';
import { WORKING_TARGET } from '~/domain/plan';
import { approvalSteps } from '~/plan/approval';
import { approvedBytes } from '~/plan/approvedBytes';
import { runCommand } from '~/plan/run';
import { approvalView } from '~/plan/views/approvalView';
import { createSmallPlan, type SmallPlan } from '../support/smallPlan';
import { day } from '../support/smallWorkspace';

const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const hashOf = (small: SmallPlan) => digest(approvedBytes(small.document));

let seq = 100;

/** A command of a person with a name, with a digest at hand. */
function attempt(small: SmallPlan, command: Command) {
  seq += 1;
  const context = {
    today: day('2026-07-16'),
    now: '2026-07-16T08:00:00',
    who: 'Mia',
    seq,
    digest,
    batchOf: () => null,
  };
  return runCommand(small.document, command, context);
}

function run(small: SmallPlan, command: Command): void {
  const done = attempt(small, command);
  if (!done.ok) throw new Error(`${command.name}: ${JSON.stringify(done.issues)}`);
}

function viewOf(small: SmallPlan) {
  const view = approvalView(small.document, () => hashOf(small));
  if (!view.ok) throw new Error('no view');
  return view.value;
}

const codeOf = (result: ReturnType<typeof attempt>) => (result.ok ? null : result.issues[0].code);

const wholeYear = (small: SmallPlan) => small.plan.periods.map((period) => period.id);

describe('approval', () => {
  it('goes from draft over submitted to returned, submitted again and approved, every step with its name and total', () => {
    const small = createSmallPlan();
    expect(viewOf(small)).toMatchObject({ state: 'draft', steps: [], unchanged: true });
    run(small, { name: 'approvals/submit' });
    run(small, { name: 'approvals/return', reason: 'South is too low' });
    run(small, { name: 'approvals/submit' });
    run(small, { name: 'approvals/approve' });
    const view = viewOf(small);
    expect(view).toMatchObject({ state: 'approved', unchanged: true });
    expect(view.steps.map((step) => [step.state, step.who, step.note, step.total])).toEqual([
      ['approved', 'Mia', '', 36_000],
      ['submitted', 'Mia', '', 36_000],
      ['returned', 'Mia', 'South is too low', 36_000],
      ['submitted', 'Mia', '', 36_000],
    ]);
  });

  it('takes each step only from where it leads on, and leaves no step behind where it does not', () => {
    const small = createSmallPlan();
    for (const name of ['approvals/return', 'approvals/approve', 'approvals/recall'] as const)
      expect(codeOf(attempt(small, { name, reason: 'x' }))).toBe('approval/wrongState');
    run(small, { name: 'approvals/submit' });
    expect(codeOf(attempt(small, { name: 'approvals/submit' }))).toBe('approval/wrongState');
    expect(codeOf(attempt(small, { name: 'approvals/return' }))).toBe('reason/needed');
    run(small, { name: 'approvals/approve' });
    expect(codeOf(attempt(small, { name: 'approvals/submit' }))).toBe('approval/wrongState');
    expect(codeOf(attempt(small, { name: 'approvals/recall' }))).toBe('reason/needed');
    run(small, { name: 'approvals/recall', reason: 'wrong file' });
    expect(viewOf(small).state).toBe('recalled');
    expect(approvalSteps(small.document, small.plan.id)).toHaveLength(3);
  });

  it('does not approve what was changed since it was submitted', () => {
    const small = createSmallPlan();
    run(small, { name: 'approvals/submit' });
    const cell = { column: WORKING_TARGET, at: {}, periods: wholeYear(small) };
    run(small, { name: 'targets/setCell', cell, amount: 36_001 });
    expect(codeOf(attempt(small, { name: 'approvals/approve' }))).toBe('approval/changedSince');
    run(small, { name: 'targets/setCell', cell, amount: 36_000 });
    run(small, { name: 'approvals/approve' });
    expect(viewOf(small).unchanged).toBe(true);
  });

  it('lets an approved plan be changed with a reason only, and tells that it was', () => {
    const small = createSmallPlan();
    run(small, { name: 'approvals/submit' });
    run(small, { name: 'approvals/approve' });
    const cell = { column: WORKING_TARGET, at: small.at({ seller: 'Bob' }), periods: ['2026-02'] };
    const edits: Command[] = [
      { name: 'targets/setCell', cell, amount: 1 },
      { name: 'targets/setCells', origin: 'paste', cells: [{ cell, amount: 1 }] },
      { name: 'targets/clearCell', cell },
      { name: 'holds/add', cell, kind: 'freeze' },
      { name: 'goals/set', cell, amount: 1 },
      {
        name: 'columns/copy',
        from: WORKING_TARGET,
        to: { ...cell, column: { ...WORKING_TARGET, layer: 'stretch' } },
        percent: 90,
      },
    ];
    for (const edit of edits) expect(codeOf(attempt(small, edit))).toBe('reason/needed');
    expect(viewOf(small).unchanged).toBe(true);
    run(small, { ...edits[0], reason: 'Bob fell ill' });
    expect(viewOf(small)).toMatchObject({ state: 'approved', unchanged: false });
    run(small, { name: 'approvals/submit' });
    expect(viewOf(small)).toMatchObject({ state: 'submitted', unchanged: true });
  });

  it('speaks of targets, not of what is expected: forecasts, risks and rules of judging leave it as it was', () => {
    const small = createSmallPlan();
    run(small, { name: 'approvals/submit' });
    run(small, { name: 'approvals/approve' });
    const before = hashOf(small);
    const at = small.at({ seller: 'Bob' });
    const node = { at, from: '2026-05', model: [1], final: [2], lower: [0], upper: [3] };
    const months = { from: '2026-05', to: '2026-06' };
    const told: Command[] = [
      { name: 'forecast/setOverrides', at, months: [{ month: '2026-05', amount: 7 }], why: 'a big order' },
      {
        name: 'forecast/setEvents',
        events: [{ id: '', kind: 'outlier', at, title: 'x', ...months, decision: 'keep', lift: null }],
      },
      { name: 'forecast/keep', takenOn: 20_560, asOf: 20_559, nodes: [node] },
      {
        name: 'risks/set',
        risk: { id: '', plan: '', title: 'r', at, chance: 0.5, low: -3, likely: -2, high: -1, ...months, owner: '' },
      },
      { name: 'challenge/setRule', rule: { ...DEFAULT_CHALLENGE, easy: 0.9 } },
      { name: 'simulation/setRule', rule: { ...DEFAULT_SIMULATION, seed: 7 } },
    ];
    for (const command of told) run(small, command);
    expect(hashOf(small)).toBe(before);
    expect(viewOf(small)).toMatchObject({ state: 'approved', unchanged: true });
  });

  it('asks for a reason before a lock or a limit goes as well', () => {
    const small = createSmallPlan();
    const cell = { column: WORKING_TARGET, at: small.at({ seller: 'Bob' }), periods: ['2026-02'] };
    run(small, { name: 'holds/add', cell, kind: 'total' });
    run(small, { name: 'limits/set', cell, min: 0, max: null });
    run(small, { name: 'approvals/submit' });
    run(small, { name: 'approvals/approve' });
    const [hold] = small.document.records.hold.keys();
    const [limit] = small.document.records.limit.keys();
    expect(codeOf(attempt(small, { name: 'holds/remove', hold }))).toBe('reason/needed');
    expect(codeOf(attempt(small, { name: 'limits/clear', limit }))).toBe('reason/needed');
    run(small, { name: 'holds/remove', hold, reason: 'agreed' });
    expect(viewOf(small).unchanged).toBe(false);
  });

  it('stays unchanged by new members and lines without a number, and not by a new parent', () => {
    const small = createSmallPlan();
    run(small, { name: 'approvals/submit' });
    run(small, { name: 'approvals/approve' });
    const before = hashOf(small);
    run(small, { name: 'members/add', dimension: 'seller', names: ['Eve'], level: 'seller', parent: 0 });
    run(small, { name: 'plan/alignLines' });
    expect(hashOf(small)).toBe(before);
    run(small, {
      name: 'measures/add',
      measure: { id: 'units', kind: 'additive', scale: 0, unit: 'pcs' },
      title: 'Units',
      reason: 'x',
    });
    expect(hashOf(small)).not.toBe(before);
  });

  it('stays unchanged by talking, looking, proposing, other scenarios and handing down', () => {
    const small = createSmallPlan();
    run(small, { name: 'approvals/submit' });
    run(small, { name: 'approvals/approve' });
    const before = hashOf(small);
    const cell = { column: { ...WORKING_TARGET, layer: 'proposal' }, at: {}, periods: wholeYear(small) };
    run(small, { name: 'targets/setCell', cell, amount: 40_000 });
    run(small, { name: 'notes/set', cell, text: 'bold' });
    run(small, { name: 'scenarios/add', title: 'What if', from: 'base' });
    run(small, { name: 'rounds/open', title: '', dimension: 'seller', deadline: null });
    run(small, { name: 'plan/issue' });
    run(small, { name: 'plan/rename', to: 'Other name' });
    expect(hashOf(small)).toBe(before);
    expect(viewOf(small).unchanged).toBe(true);
  });

  it('holds back the issue while it is waited for', () => {
    const small = createSmallPlan();
    run(small, { name: 'approvals/submit' });
    expect(codeOf(attempt(small, { name: 'plan/issue' }))).toBe('approval/wrongState');
    run(small, { name: 'approvals/approve' });
    run(small, { name: 'plan/issue' });
  });
});
