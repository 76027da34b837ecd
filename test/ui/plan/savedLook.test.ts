import { describe, expect, test } from 'vitest';
import { WORKING_TARGET } from '~/domain/plan';
import type { SavedView } from '~/domain/savedView';
import { PLAIN_LOOK } from '~/ui/grid/gridLook';
import { type PlanView, queryOf } from '~/ui/pages/plan/planViewState';
import { isAsSaved, savedLook, viewFrom } from '~/ui/pages/plan/view/savedLook';

const VIEW: PlanView = {
  dimensions: ['product', 'region'],
  hidden: ['seller'],
  open: ['product:3'],
  grain: 'quarter',
  shown: ['growth'],
  closedQuarters: ['q:2027-Q3'],
  column: { ...WORKING_TARGET, layer: 'stretch' },
  across: { kind: 'time' },
  acrossFrom: null,
  filters: [{ dimension: 'region', members: [2, 5] }],
  showAs: 'shareOfParent',
  compare: WORKING_TARGET,
  proposal: true,
  measures: ['units'],
  owners: 'asIs',
  hierarchies: { product: 'h2' },
  look: { ...PLAIN_LOOK, rule: 'variance', widths: { name: 240 } },
  chosen: null,
};
const NOW: PlanView = {
  ...VIEW,
  dimensions: ['region', 'seller', 'product'],
  hidden: [],
  open: null,
  grain: 'month',
  shown: null,
  closedQuarters: [],
  column: WORKING_TARGET,
  filters: [],
  showAs: 'value',
  compare: null,
  proposal: false,
  measures: [],
  owners: 'asWas',
  hierarchies: {},
  look: PLAIN_LOOK,
};
const saved = (view = VIEW): SavedView =>
  JSON.parse(
    JSON.stringify({ id: 'v1', plan: 'p1', title: 'Stretch', query: queryOf(view), look: savedLook(view, 'million') }),
  );

describe('a saved view', () => {
  test('brings back everything it was saved with, through storage, from any other view', () => {
    expect(viewFrom(saved(), NOW)).toEqual({ view: { ...VIEW, chosen: 'v1' }, unit: 'million' });
  });

  test('leaves out dimensions that the plan no longer has, and shows the new ones as hidden', () => {
    const { view } = viewFrom(saved(), { ...NOW, dimensions: ['region', 'channel'], hidden: [] });
    expect(view.dimensions).toEqual(['region']);
    expect(view.hidden).toEqual(['channel']);
  });

  test('keeps the rows of now where none of its own are left', () => {
    expect(viewFrom(saved(), { ...NOW, dimensions: ['channel'], hidden: [] }).view.dimensions).toEqual(['channel']);
  });

  test('takes nothing from a look that makes no sense', () => {
    const odd = { ...saved(), look: { grain: 'decade', shown: 7, open: 'all', unit: 'dozen', look: [] } };
    const { view, unit } = viewFrom(odd, NOW);
    expect([view.grain, view.shown, view.open, unit, view.look]).toEqual(['month', null, null, null, PLAIN_LOOK]);
  });

  test('counts as changed by what is shown and how, not by rows that were opened', () => {
    const chosen = viewFrom(saved(), NOW).view;
    const same = (part: Partial<PlanView>, unit = 'million' as const) =>
      isAsSaved(saved(), { ...chosen, ...part }, unit);
    expect(same({})).toBe(true);
    expect(same({ open: [] })).toBe(true);
    expect(same({ look: { ...chosen.look, widths: {} } })).toBe(true);
    expect(same({ grain: 'month' })).toBe(false);
    expect(same({ filters: [] })).toBe(false);
    expect(same({ look: { ...chosen.look, rule: 'bars' } })).toBe(false);
    expect(isAsSaved(saved(), chosen, 'one')).toBe(false);
  });
});
