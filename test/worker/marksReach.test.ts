import { beforeAll, describe, expect, test } from 'vitest';
import type { ForecastEvent } from '~/domain/forecast';
import { must, type TestHost, testHost } from './support/host';

const PLACE = { region: 1 };

const mark = (event: Partial<ForecastEvent>): ForecastEvent => ({
  id: '',
  kind: 'outlier',
  at: PLACE,
  title: 'mark',
  from: '2026-03',
  to: '2026-03',
  decision: 'adjust',
  lift: null,
  ...event,
});

let jobs = 0;
const job = (): string => `m${++jobs}`;

/** What the year of a region is expected to come to, by every page that says so. */
async function expectedBy({ host }: TestHost): Promise<Record<string, number | null>> {
  const node = must(await host.nodeForecast({ at: PLACE }, job()));
  const tree = must(await host.forecastTree({ method: 'mintShrink', depth: 1, keepLocked: false }, job()));
  const at = tree.nodes.findIndex((one) => one.at?.region === PLACE.region);
  const width = tree.periods.length;
  const hard = must(
    await host.difficulty({ line: 'target', depth: 1, order: 'tree', verdict: null, by: 'chance' }, job()),
  );
  const balance = must(await host.challenge({ at: PLACE, line: 'target' }, job()));
  return {
    node: node.view.year.forecast,
    tree: tree.base.subarray(at * width, (at + 1) * width).reduce((sum, amount) => sum + amount, 0),
    difficulty: hard.rows.find((row) => row.at.region === PLACE.region && row.depth === 1)?.forecast ?? null,
    challenge: balance.forecast?.mean ?? null,
  };
}

const oneOf = (said: Record<string, number | null>): number => {
  const [first, ...others] = Object.values(said);
  expect(others).toEqual(others.map(() => first));
  return first ?? Number.NaN;
};

describe('what people say of a month', () => {
  let told: TestHost;
  let before: number;

  beforeAll(async () => {
    told = await testHost();
    must(await told.host.openSample({ language: 'en', seed: 4, scale: 1 }, 'open'));
    before = oneOf(await expectedBy(told));
  });

  test.each([
    ['a month that is left out', mark({})],
    ['a promotion to come of +30 %', mark({ kind: 'promotion', from: '2026-11', to: '2026-11', lift: 0.3 })],
    ['a mark of the whole company', mark({ at: {} })],
  ])(
    '%s is known alike to the node, the tree, the target check and its evidence, and undone in all',
    async (_, event) => {
      must(await told.host.dispatch({ name: 'forecast/setEvents', events: [event] }, null));
      const after = oneOf(await expectedBy(told));
      expect(after).not.toBe(before);
      if (event.kind === 'promotion') expect(after).toBeGreaterThan(before);
      must(await told.host.undo(null));
      expect(oneOf(await expectedBy(told))).toBe(before);
    },
  );
});
