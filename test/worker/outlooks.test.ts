import { describe, expect, test } from 'vitest';
import type { At } from '~/domain/cell';
import { issue } from '~/domain/issue';
import { fail } from '~/domain/result';
import { forecastSeries } from '~/engine/forecast';
import { forecastRequest } from '~/plan/views/forecastRequest';
import { forecastView } from '~/plan/views/forecastView';
import { FORECAST_OPTIONS } from '~/worker/forecastKey';
import { outlooksOf } from '~/worker/outlooks';
import type { Session } from '~/worker/session';
import {
  type ComputePool,
  inlinePool,
  type TaskControl,
  type TaskInput,
  type TaskName,
  type TaskOutput,
} from '~/worker/tasks';
import { createSmallPlan, SMALL_LINES } from '../plan/support/smallPlan';
import { batchOf, createWorkspace, settingsOf } from '../plan/support/smallWorkspace';
import { must } from './support/host';

const { document, plan, at } = createSmallPlan();
const QUIET = { signal: { aborted: false }, onProgress: () => undefined };

/** As much of a session as outlooks look at. */
const sessionOf = (): Session => ({ document, forecasts: new Map() }) as unknown as Session;

/** A pool that counts the series it is given and answers a little later, as workers do. */
class CountingPool implements ComputePool {
  series = 0;

  async run<N extends TaskName>(name: N, input: TaskInput<N>, control: TaskControl): Promise<TaskOutput<N>> {
    if ('series' in input) this.series += input.series.length;
    await new Promise((resolve) => setTimeout(resolve, 5));
    return control.signal.aborted
      ? (fail(issue('worker/cancelled')) as TaskOutput<N>)
      : inlinePool.run(name, input, control);
  }
}

const NODES: At[] = [
  {},
  at({ region: 'North' }),
  at({ region: 'South' }),
  at({ seller: 'Ann' }),
  at({ region: 'North', seller: 'Bob' }),
  at({ customer: 'Cedar' }),
];

describe('the outlooks of many nodes', () => {
  test('are those of their own pages', async () => {
    const outlooks = must(await outlooksOf(sessionOf(), inlinePool, { ats: NODES, control: QUIET }));
    outlooks.forEach((outlook, i) => {
      const request = must(forecastRequest(document, plan, { at: NODES[i] }));
      const options = { ...FORECAST_OPTIONS, horizon: request.horizon, origins: 0 };
      const { year, months } = forecastView(document, plan, {
        request,
        result: forecastSeries(request.history, options),
      });
      expect(outlook.at).toEqual(NODES[i]);
      expect(outlook.actual).toBe(year?.actual);
      expect(outlook.months).toBe(months);
      expect(outlook.year).toEqual({ mean: year?.forecast, lower: year?.lower, upper: year?.upper });
    });
  });

  test('say what came of a node without history, and nothing beyond', async () => {
    const [none] = must(
      await outlooksOf(sessionOf(), inlinePool, {
        ats: [at({ region: 'North', customer: 'Cedar' })],
        control: QUIET,
      }),
    );
    expect(none).toMatchObject({ actual: 0, lastYear: 0, year: null, months: 0 });
  });

  test('of a year that lies ahead know that nothing of it has come', async () => {
    const ahead = createWorkspace('2026-07-16');
    ahead.run(
      { name: 'orders/import', draft: 'd' },
      batchOf(SMALL_LINES, { coverage: { from: '2023-01-01', to: '2026-07-15' } }),
    );
    ahead.run({ name: 'plan/create', settings: settingsOf({ fiscalYear: 2027, target: 40_000 }) });
    const open = { document: ahead.document, forecasts: new Map() } as unknown as Session;
    const [all] = must(await outlooksOf(open, inlinePool, { ats: [{}], control: QUIET }));
    expect(all.actual).toBe(0);
    expect(all.year?.mean ?? 0).toBeGreaterThan(20_000);
  });

  test('are made once for all who ask at the same time, and kept until orders change', async () => {
    const open = sessionOf();
    const pool = new CountingPool();
    const asked = { ats: NODES, control: QUIET };
    const [one, two] = await Promise.all([outlooksOf(open, pool, asked), outlooksOf(open, pool, asked)]);
    expect(one).toEqual(two);
    expect(pool.series).toBe(NODES.length);
    must(await outlooksOf(open, pool, asked));
    expect(pool.series).toBe(NODES.length);
    document.factsVersion += 1;
    must(await outlooksOf(open, pool, asked));
    expect(pool.series).toBe(2 * NODES.length);
    expect(open.forecasts.size).toBe(NODES.length);
  });

  test('are told apart from those of another caller who gave up', async () => {
    const open = sessionOf();
    const pool = new CountingPool();
    const signal = { aborted: false };
    const first = outlooksOf(open, new CountingPool(), { ats: NODES, control: { ...QUIET, signal } });
    const second = outlooksOf(open, pool, { ats: NODES, control: QUIET });
    signal.aborted = true;
    expect((await first).ok).toBe(false);
    expect(must(await second)).toHaveLength(NODES.length);
    expect(pool.series).toBe(NODES.length);
  });

  test('tell how far they are', async () => {
    const told: (number | null)[][] = [];
    const onProgress = (...seen: [number, number | null]) => void told.push(seen);
    must(await outlooksOf(sessionOf(), inlinePool, { ats: NODES, control: { ...QUIET, onProgress } }));
    expect(told.at(-1)).toEqual([NODES.length, NODES.length]);
  });
});
