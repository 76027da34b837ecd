import { describe, expect, test } from 'vitest';
import type { CellRef } from '~/domain/cell';
import { WORKING_TARGET } from '~/domain/plan';
import type { CellStory } from '~/domain/view';
import { cellStory } from '~/plan/views/cellStory';
import { changeLines } from '~/plan/views/changeLines';
import { sourceView } from '~/plan/views/sourceView';
import { createSmallPlan, SMALL_LINES, type SmallPlan } from '../support/smallPlan';

const cellOf = (small: SmallPlan, names: Record<string, string>, periods?: string[]): CellRef => ({
  column: WORKING_TARGET,
  at: small.at(names),
  periods: periods ?? small.plan.periods.map(({ id }) => id),
});

function storyOf(small: SmallPlan, cell: CellRef): CellStory {
  const story = cellStory(small.document, cell, { steps: small.steps, undone: small.undone() });
  if (!story.ok) throw new Error(JSON.stringify(story.issues));
  return story.value;
}

describe('where a number comes from', () => {
  const small = createSmallPlan();
  const ann = cellOf(small, { region: 'North', seller: 'Ann' });

  test('starts with the plan that was made', () => {
    expect(storyOf(small, ann).last?.command).toBe('plan/create');
  });

  test('is the newest edit that shares a leaf, from above or below', () => {
    small.run({ name: 'targets/setCell', cell: cellOf(small, { region: 'North' }, ['2026-03']), amount: 2000 });
    small.run({ name: 'targets/setCell', cell: cellOf(small, { seller: 'Cid' }, ['2026-04']), amount: 900 });
    expect(storyOf(small, ann).last).toMatchObject({ command: 'targets/setCell', labels: ['North'], after: 2000 });
    expect(storyOf(small, cellOf(small, { seller: 'Ann' }, ['2026-04'])).last?.command).toBe('plan/create');
    expect(storyOf(small, cellOf(small, {})).last?.labels).toEqual(['Cid']);
  });

  test('is an edit of what a filter showed only where it was shown, and says what that was', () => {
    const filtered = createSmallPlan();
    const [north] = Object.values(filtered.at({ region: 'North' }));
    const within = [{ dimension: 'region', members: [north] }];
    const cell = { ...cellOf(filtered, {}, ['2026-03']), within };
    filtered.run({ name: 'targets/setCell', cell, amount: 2000 });
    const last = (region: string) => storyOf(filtered, cellOf(filtered, { region }, ['2026-03'])).last;
    expect(last('North')).toMatchObject({ command: 'targets/setCell', labels: ['North'] });
    expect(last('South')?.command).toBe('plan/create');
  });

  test('passes over what was undone', () => {
    const last = small.steps[small.steps.length - 1];
    const steps = [...small.steps, { ...last, seq: last.seq + 1, undoes: last.seq }];
    const undone = new Set([last.seq]);
    const story = cellStory(small.document, cellOf(small, {}), { steps, undone });
    expect(story.ok && story.value.last?.labels).toEqual(['North']);
    expect(changeLines(small.document, steps, { undone, count: 2 }).map((line) => line.undone)).toEqual([true, false]);
  });

  test('names its holds and counts each held leaf once', () => {
    small.run({ name: 'holds/add', cell: cellOf(small, { region: 'North' }, ['2026-05', '2026-06']), kind: 'freeze' });
    small.run({
      name: 'holds/add',
      cell: cellOf(small, { region: 'North', seller: 'Ann' }, ['2026-06']),
      kind: 'freeze',
    });
    const story = storyOf(small, ann);
    expect(story).toMatchObject({ leaves: 12, held: 2, labels: ['North', 'Ann'] });
    expect(story.holds.map(({ labels }) => labels)).toEqual([['North']]);
    expect(storyOf(small, cellOf(small, { seller: 'Cid' })).held).toBe(0);
  });

  test('shows the goal of the node beside its rollup', () => {
    expect(storyOf(small, cellOf(small, {})).goal).toBe(36_000);
    expect(storyOf(small, ann).goal).toBeNull();
  });

  test('is refused for months of another year', () => {
    const other = cellStory(small.document, cellOf(small, {}, ['2031-01']), { steps: [], undone: new Set() });
    expect(other.ok).toBe(false);
  });
});

test('sources list every import with what was kept, and count the members', () => {
  const { document } = createSmallPlan();
  const storage = { used: null, quota: null, persisted: null };
  const view = sourceView(document, { entries: 2, storage });
  expect(view.imports).toMatchObject([{ name: 'orders.csv', kept: SMALL_LINES.length, reported: 0 }]);
  expect(view.members).toContainEqual({ dimension: 'seller', members: 3 });
  expect(view).toMatchObject({ entries: 2, storage });
});
