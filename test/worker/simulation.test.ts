import { expect, test } from 'vitest';
import type { Risk } from '~/domain/challenge';
import { WORKING_TARGET } from '~/domain/plan';
import type { SimulationView } from '~/domain/simulationView';
import { must, testHost } from './support/host';

const RISK: Risk = {
  id: '',
  plan: '',
  title: 'The largest dealer leaves',
  at: {},
  chance: 0.4,
  low: 0,
  likely: 0,
  high: 0,
  from: '2026-09',
  to: '2026-12',
  owner: '',
};

const chanceOf = (view: SimulationView): number =>
  view.head.total.lines.find(({ line }) => line === 'target')?.chance ?? Number.NaN;

test('a year is drawn once, drawn anew when something of it changes, and compared with the runs before', async () => {
  const { host } = await testHost();
  const status = must(await host.openSample({ language: 'en', seed: 7, scale: 1 }, 'open'));
  const first = must(await host.simulation('s1'));
  expect(first.nodes[0].target).toBe(first.head.target);
  expect(first.head.total.p10).toBeLessThan(first.head.total.p90);
  expect(chanceOf(first)).toBeGreaterThanOrEqual(0);
  expect(chanceOf(first)).toBeLessThanOrEqual(1);
  // The middle of the draws is the forecast of the whole, as the check of the whole has it.
  expect(first.head.total.p50 / (first.forecast?.mean ?? 1)).toBeCloseTo(1, 1);
  expect(first.actual).not.toBeNull();
  expect(first.head.total.p5).toBeGreaterThan(first.actual ?? 0);
  // What is sold outside the planned lines is of the whole alone.
  const parts = first.nodes.filter(({ depth }) => depth === 1).reduce((sum, { mean }) => sum + mean, 0);
  expect(parts / first.nodes[0].mean).toBeGreaterThan(0.9);
  expect(parts / first.nodes[0].mean).toBeLessThan(1.001);
  expect(first.swings[0].kind).toBe('common');
  expect(first.earlier).toEqual([]);

  const again = must(await host.simulation('s2'));
  expect(again).toEqual(first);

  const open = first.head.total.mean - (first.actual ?? 0);
  const loss = -Math.round(open / 10);
  must(await host.dispatch({ name: 'risks/set', risk: { ...RISK, low: 2 * loss, likely: loss, high: 0 } }, null));
  const risky = must(await host.simulation('s3'));
  expect(risky.earlier.map(({ no }) => no)).toEqual([1]);
  expect(risky.head.no).toBe(2);
  expect(risky.risks).toHaveLength(1);
  expect(risky.risks[0].value / (0.4 * loss)).toBeCloseTo(1, 4);
  expect(risky.head.total.mean - first.head.total.mean).toBeLessThan(0.3 * loss);
  expect(chanceOf(risky)).toBeLessThanOrEqual(chanceOf(first));
  expect(risky.swings.some(({ kind }) => kind === 'risk')).toBe(true);

  const periods = status.plan?.periods.map(({ id }) => id) ?? [];
  const target = Math.round((first.head.target ?? 0) * 0.8);
  must(
    await host.dispatch(
      { name: 'targets/setCell', cell: { column: WORKING_TARGET, at: {}, periods }, amount: target },
      null,
    ),
  );
  const eased = must(await host.simulation('s4'));
  expect(eased.head.target).toBe(target);
  // Targets move no expectation but of nodes too young to have one.
  expect(eased.head.total.mean / risky.head.total.mean).toBeCloseTo(1, 3);
  expect(chanceOf(eased)).toBeGreaterThan(chanceOf(risky));
});
