import { expect, test } from 'vitest';
import type { Risk } from '~/domain/challenge';
import { dayOf } from '~/domain/period';
import { riskEvents } from '~/plan/simulation/riskEvents';
import { deepestTree } from '~/plan/simulation/yearTree';
import { createSmallPlan, type SmallPlan } from '../support/smallPlan';

const RISK: Risk = {
  id: '',
  plan: '',
  title: 'Flood',
  at: {},
  chance: 0.5,
  low: -900,
  likely: -600,
  high: -300,
  from: '2026-09',
  to: '2026-12',
  owner: '',
};

function eventsOf(small: SmallPlan, risk: Partial<Risk>) {
  const { document, plan, run } = small;
  run({ name: 'risks/set', risk: { ...RISK, ...risk } });
  const { open } = document;
  if (!open) throw new Error('no plan');
  const { view, ats } = deepestTree(document, open, plan);
  const asOf = dayOf(2026, 7, 15);
  return { ...riskEvents(document, open, { whole: plan, year: plan, asOf, view }), view, ats };
}

test('a risk is worth its chance times the mean of its triangle, and falls on all leaves by their targets', () => {
  const { risks, issues, view } = eventsOf(createSmallPlan(), {});
  expect(issues).toEqual([]);
  expect(risks[0].value).toBe(-300);
  expect(risks[0].event?.leaves).toHaveLength(view.cells);
  expect(risks[0].event?.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
});

test('a risk of one node falls on the leaves under it alone', () => {
  const small = createSmallPlan();
  const at = small.at({ seller: 'Ann' });
  const { risks, view, ats } = eventsOf(small, { at });
  const leaves = Array.from(risks[0].event?.leaves ?? []);
  expect(leaves.length).toBeGreaterThan(0);
  for (const leaf of leaves) expect(ats[view.firstLeaf + leaf]).toMatchObject(at);
});

test('months that are over are left out: of May to October four of six still count in the middle of July', () => {
  const { risks } = eventsOf(createSmallPlan(), { from: '2026-05', to: '2026-10' });
  expect(risks[0].value).toBeCloseTo((-300 * 4) / 6, 9);
});

test('a risk that is over, beyond the year or at what is not planned does not count, and says so', () => {
  const past = eventsOf(createSmallPlan(), { from: '2026-01', to: '2026-06' });
  expect(past.risks[0].event).toBeNull();
  expect(past.issues).toEqual([{ code: 'simulation/riskOver', params: { title: 'Flood' } }]);
  const later = eventsOf(createSmallPlan(), { from: '2027-01', to: '2027-06' });
  expect(later.issues.map(({ code }) => code)).toEqual(['simulation/riskOver']);
  const nowhere = eventsOf(createSmallPlan(), { at: { seller: 0 } });
  expect(nowhere.risks[0]).toMatchObject({ event: null, value: 0 });
  expect(nowhere.issues.map(({ code }) => code)).toEqual(['simulation/riskNowhere']);
});
