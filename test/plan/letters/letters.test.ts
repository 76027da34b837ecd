import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { TargetLetter } from '~/domain/challenge';
import type { Command } from '~/domain/command';
import { WORKING_TARGET } from '~/domain/plan';
import { saidText } from '~/plan/commands/letters';
import { changeRecords, type PlanDocument } from '~/plan/document';
import { lettersView } from '~/plan/letters/lettersView';
import { requirePlan } from '~/plan/resolve';
import { runCommand } from '~/plan/run';
import { codeOf, createShapePlan, planOf } from '../support/shapePlan';
import { day, type SmallWorkspace } from '../support/smallWorkspace';

const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const ON = day('2026-01-16');

function tryRun({ document, steps }: SmallWorkspace, command: Command) {
  const context = {
    today: ON,
    now: '2026-01-16T08:00:00',
    seq: steps.length + 100,
    batchOf: () => null,
    digest,
    who: 'Kim',
  };
  return runCommand(document, command, context);
}

const issueTo = (ats: Record<string, number>[]): Command => ({
  name: 'letters/issue',
  on: ON,
  letters: ats.map((at) => ({
    at,
    kpis: [
      { kpi: 'attainment', goal: '≥ 90%' },
      { kpi: 'csat', goal: ' ' },
    ],
    assumptions: ' fair ',
  })),
});

const viewOf = (document: PlanDocument) => {
  const required = requirePlan(document);
  if (!required.ok) throw new Error('no plan');
  return lettersView(document, required.value, 'seller');
};

const sum = (amounts: (number | null)[]): number => amounts.reduce<number>((all, amount) => all + (amount ?? 0), 0);
const all = ({ records }: PlanDocument): TargetLetter[] => [...records.targetLetter.values()];

describe('target letters', () => {
  it('say the target by quarter, month and product, each summing to the total to the cent', () => {
    const workspace = createShapePlan(5);
    const ats = ['Ann', 'Bob'].map((name) => ({ seller: codeOf(workspace, 'seller', name) }));
    expect(tryRun(workspace, issueTo(ats)).ok).toBe(true);
    const letters = all(workspace.document);
    expect(letters.map(({ label, no, who }) => [label, no, who])).toEqual([
      ['Ann', 1, 'Kim'],
      ['Bob', 1, 'Kim'],
    ]);
    expect(new Set(letters.map(({ batch }) => batch)).size).toBe(1);
    for (const letter of letters) {
      expect(sum(letter.quarters.map(({ amount }) => amount))).toBe(letter.total);
      expect(sum(letter.months.map(({ amount }) => amount))).toBe(letter.total);
      expect(sum(letter.products.map(({ amount }) => amount))).toBe(letter.total);
      expect(letter.products.map(({ label }) => label).sort()).toEqual(['Drink', 'Write']);
      expect(letter.kpis).toEqual([{ kpi: 'attainment', goal: '≥ 90%' }]);
      expect(letter.assumptions).toBe('fair');
    }
  });

  it('have a digest that any change of what they say breaks', () => {
    const workspace = createShapePlan(5);
    tryRun(workspace, issueTo([{ seller: codeOf(workspace, 'seller', 'Ann') }]));
    const [letter] = all(workspace.document);
    const hashOf = (said: TargetLetter): string => digest(new TextEncoder().encode(saidText(said)));
    expect(hashOf(letter)).toBe(letter.hash);
    const changes: Partial<TargetLetter>[] = [
      { total: letter.total + 1 },
      { assumptions: 'unfair' },
      { kpis: [] },
      { no: 2 },
      { months: letter.months.map((month, i) => (i === 3 ? { ...month, amount: (month.amount ?? 0) + 1 } : month)) },
    ];
    for (const change of changes) expect(hashOf({ ...letter, ...change })).not.toBe(letter.hash);
  });

  it('are numbered on, and marked where the target has changed since', () => {
    const workspace = createShapePlan(5);
    const at = { seller: codeOf(workspace, 'seller', 'Ann') };
    tryRun(workspace, issueTo([at]));
    expect(viewOf(workspace.document).issued[0]).toMatchObject({ no: 1, changed: false, replaced: false });
    const periods = planOf(workspace).periods.map(({ id }) => id);
    workspace.run({ name: 'targets/setCell', cell: { column: WORKING_TARGET, at, periods }, amount: 777_777 });
    const view = viewOf(workspace.document);
    expect(view.issued[0]).toMatchObject({ changed: true, now: 777_777 });
    expect(view.drafts.find(({ label }) => label === 'Ann')?.last).toMatchObject({ no: 1, changed: true });
    expect(tryRun(workspace, issueTo([at])).ok).toBe(true);
    expect(viewOf(workspace.document).issued.map(({ no, changed, replaced }) => [no, changed, replaced])).toEqual([
      [2, false, false],
      [1, true, true],
    ]);
  });

  it('are marked as well where only the months of a target moved', () => {
    const workspace = createShapePlan(5);
    const at = { seller: codeOf(workspace, 'seller', 'Ann') };
    tryRun(workspace, issueTo([at]));
    const [{ total, months }] = all(workspace.document);
    const [one, two] = planOf(workspace).periods.map(({ id }) => ({ column: WORKING_TARGET, at, periods: [id] }));
    const [first, second] = months.map(({ amount }) => amount ?? 0);
    workspace.run({
      name: 'targets/setCells',
      origin: 'paste',
      cells: [
        { cell: one, amount: first + 100 },
        { cell: two, amount: second - 100 },
      ],
    });
    expect(viewOf(workspace.document).issued[0]).toMatchObject({ now: total, changed: true });
  });

  it('are not issued at all where one of them cannot be', () => {
    const workspace = createShapePlan(5);
    const ann = { seller: codeOf(workspace, 'seller', 'Ann') };
    const outcomes = [[], [ann, ann], [ann, { seller: 99 }]].map((ats) => {
      const applied = tryRun(workspace, issueTo(ats));
      return applied.ok ? 'issued' : applied.issues[0].code;
    });
    expect(outcomes).toEqual(['letter/nobody', 'letter/twice', 'letter/noTarget']);
    expect(all(workspace.document)).toEqual([]);
  });

  it('are gone after undo', () => {
    const workspace = createShapePlan(5);
    const applied = tryRun(workspace, issueTo([{ seller: codeOf(workspace, 'seller', 'Ann') }]));
    if (!applied.ok) throw new Error('refused');
    changeRecords(
      workspace.document,
      applied.value.change.records.map((change) => ({ ...change, from: change.to, to: null }) as typeof change),
    );
    expect(all(workspace.document)).toEqual([]);
  });
});
