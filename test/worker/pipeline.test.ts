import { describe, expect, it } from 'vitest';
import { type ComputePool, inlinePool } from '~/worker/tasks';
import { must, type TestHost, testHost } from './support/host';

const ALL = { at: {}, from: null, to: null };

const sample = async (): Promise<TestHost> => {
  const test = await testHost();
  must(await test.host.openSample({ language: 'en', seed: 1, scale: 1 }, 'sample'));
  return test;
};

describe('the deals of the sample', () => {
  it('are foretold with the run-rate, no deal counted twice, the same at every question', async () => {
    const { host, events } = await sample();
    const forecast = must(await host.pipelineForecast(ALL, 'forecast'));
    const { total, months, dealShare } = forecast;
    expect(forecast).toMatchObject({ draws: 10_000, seed: 1 });
    expect(events.filter((event) => event.kind === 'job' && event.job.kind === 'pipeline').length).toBeGreaterThan(0);
    for (const { mean, lower, upper } of [...months, total.deals, ...(total.combined ? [total.combined] : [])]) {
      expect(lower).toBeLessThanOrEqual(mean);
      expect(mean).toBeLessThanOrEqual(upper);
    }
    const sum = (read: (month: (typeof months)[number]) => number | null): number =>
      months.reduce((all, month) => all + (read(month) ?? 0), 0);
    expect(Math.abs(sum(({ mean }) => mean) - total.deals.mean)).toBeLessThanOrEqual(months.length);
    expect(sum(({ runRate }) => runRate)).toBe(total.runRate);
    expect(total.combined?.mean).toBe(total.deals.mean + (total.runRate ?? 0));
    expect(dealShare).toBeGreaterThan(0);
    expect(dealShare).toBeLessThan(1);
    expect(total.chance).toBeGreaterThanOrEqual(0);
    expect(total.chance).toBeLessThanOrEqual(1);
    expect(must(await host.pipelineForecast(ALL, 'again'))).toEqual(forecast);

    // Without new deals the run-rate keeps what later deals would bring: only open ones are taken out.
    const { rule } = must(await host.pipelineRule());
    must(await host.dispatch({ name: 'pipeline/setRule', rule: { ...rule, newDeals: false } }, null));
    const fewer = must(await host.pipelineForecast(ALL, 'fewer'));
    expect(fewer.total.deals.mean).toBeLessThan(total.deals.mean);
    expect(fewer.total.runRate ?? 0).toBeGreaterThan(total.runRate ?? 0);
    must(await host.undo(null));
    expect(must(await host.pipelineForecast(ALL, 'back'))).toEqual(forecast);
  });

  it('cover what the members of a dimension have still to find, and unfold the KPIs', async () => {
    const { host } = await sample();
    const funnel = must(await host.funnel(ALL));
    const { rows } = must(await host.pipelineCover({ ...ALL, dimension: 'region' }, 'cover'));
    expect(rows.length).toBeGreaterThan(1);
    for (const { needed, cover, open, least, state } of rows) {
      expect(least).toBeGreaterThan(1);
      if (state === 'reached') expect([needed !== null && needed <= 0, cover]).toEqual([true, null]);
      else expect(cover).toBeCloseTo(open / (needed ?? 0), 12);
    }
    // What was expected by a day that has passed is out of the cover, so it is no more than the funnel has.
    expect(rows.reduce((sum, { open }) => sum + open, 0)).toBeLessThanOrEqual(funnel.open.amount);
    const { cards } = must(await host.kpis({ at: {}, period: 'year', periodId: null } as never));
    for (const id of ['winRate', 'stageConversion', 'salesCycle', 'pipelineCover', 'leadToWon']) {
      expect([id, cards.find((card) => card.id === id)?.missing]).toEqual([id, []]);
    }
  });

  it('are drawn in four parts that tell how far they are; a part that was cancelled cancels all', async () => {
    const calls: string[] = [];
    const pool: ComputePool = {
      run: (name, input, control) => {
        calls.push(name);
        return inlinePool.run(name, input, control);
      },
    };
    const { drawDeals } = await import('~/worker/drawDeals');
    const input = {
      spans: 1,
      bySpan: Float64Array.of(0.5),
      worth: Float64Array.of(10),
      pool: Int32Array.of(-1),
      start: Uint32Array.of(0),
      amounts: new Float64Array(0),
      won: 10,
      lost: 10,
      arrivals: null,
    };
    const told: number[] = [];
    const control = { signal: { aborted: false }, onProgress: (done: number) => told.push(done) };
    const sums = must(await drawDeals(pool, { input, control }));
    expect(calls).toEqual(['dealDraws', 'dealDraws', 'dealDraws', 'dealDraws']);
    expect([sums.length, told[told.length - 1]]).toEqual([10_000, 10_000]);
    // Parts have seeds of their own: no part repeats another.
    expect(sums.subarray(0, 2500)).not.toEqual(sums.subarray(2500, 5000));
    const broken: ComputePool = {
      run: async () => ({ ok: false, issues: [{ code: 'worker/cancelled' }] }) as never,
    };
    expect(await drawDeals(broken, { input, control })).toEqual({ ok: false, issues: [{ code: 'worker/cancelled' }] });
  });
});
