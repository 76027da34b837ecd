import { expect, test } from 'vitest';
import { WORKING_TARGET } from '~/domain/plan';
import type { SimulationStudy } from '~/engine/simulation';
import { cushionChances } from '~/plan/simulation/cushionChances';
import type { SimulationSource } from '~/plan/simulation/simulationSource';
import { createSmallPlan } from '../support/smallPlan';

test('an over-assignment is worth the chance of the line above less the chance of its own sum', () => {
  const small = createSmallPlan();
  const { document, plan, run } = small;
  const periods = plan.periods.map(({ id }) => id);
  const goal = (names: Record<string, string>, amount: number) =>
    run({ name: 'goals/set', cell: { column: WORKING_TARGET, at: small.at(names), periods }, amount });
  const source = { whole: plan, year: plan } as SimulationSource;
  const study = { total: Float64Array.from({ length: 100 }, (_, i) => 100 + i) } as SimulationStudy;
  // The company's own goal alone is no cushion.
  goal({}, 150);
  goal({ seller: 'Ann' }, 70);
  goal({ seller: 'Bob' }, 50);
  expect(cushionChances(document, source, study).map(({ level }) => level)).toEqual(['']);

  goal({ seller: 'Cid' }, 60);
  // The years are 100 … 199: 50 of 100 reach 150, 20 reach the 180 that the sellers answer for.
  expect(cushionChances(document, source, study)).toEqual([
    { level: '', total: 150, above: null, cushion: null, chance: 0.5, chanceAbove: null },
    { level: 'seller', total: 180, above: 150, cushion: 180 / 150 - 1, chance: 0.2, chanceAbove: 0.5 },
  ]);
});
