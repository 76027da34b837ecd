import { describe, expect, it } from 'vitest';
import type { CellRef } from '~/domain/cell';
import { WORKING_TARGET } from '~/domain/plan';
import { atOfRow } from '~/domain/sheet';
import type { PlanHostApi } from '~/worker/protocol';
import { must, testHost } from './support/host';
import { makePlan } from './support/madePlan';

const year = Array.from({ length: 12 }, (_, m) => `2027-${String(m + 1).padStart(2, '0')}`);
const cellAt = (row: string, periods = year): CellRef => ({ column: WORKING_TARGET, at: atOfRow(row), periods });
const explain = async (host: PlanHostApi, cell: CellRef) => must(await host.explain(cell));

describe('where one number comes from', () => {
  it('is told from the whole plan down: amounts, shares, what is held and what was typed', async () => {
    const { host } = await testHost();
    await makePlan(host);
    const north = cellAt('region:1');
    must(await host.dispatch({ name: 'targets/setCell', cell: north, amount: 90_000, method: 'equal' }, null));
    must(await host.dispatch({ name: 'holds/add', cell: north, kind: 'total' }, null));
    const told = await explain(host, cellAt('region:1/product:1', ['2027-01']));
    expect(told.chain).toEqual([
      { label: '', periods: year, amount: 150_000, share: null, held: false, typed: false },
      { label: 'North', periods: year, amount: 90_000, share: 0.6, held: true, typed: true },
      { label: 'A', periods: year, amount: 30_000, share: 1 / 3, held: false, typed: false },
      { label: '', periods: ['2027-01'], amount: 2500, share: 1 / 12, held: false, typed: false },
    ]);
    expect(told).toMatchObject({ labels: ['North', 'A'], value: 2500, periods: ['2027-01'] });
    expect(told.history.map(({ command }) => command)).toEqual(['holds/add', 'targets/setCell', 'plan/create']);
  });

  it('says which rounding unit of the newest spread went where', async () => {
    const { host } = await testHost();
    await makePlan(host);
    must(await host.dispatch({ name: 'targets/setCell', cell: cellAt('all'), amount: 100_000, method: 'equal' }, null));
    const first = await explain(host, cellAt('region:1/product:1', ['2027-01']));
    expect(first.rounding).toEqual({ exact: '1388.8889', added: 1, unit: 1, place: 1, seq: 2 });
    expect(first.untold).toBeNull();
    const last = await explain(host, cellAt('region:2/product:3', ['2027-12']));
    expect(last.rounding).toEqual({ exact: '1388.8889', added: 0, unit: 1, place: 72, seq: 2 });
    const part = await explain(host, cellAt('region:1', ['2027-01']));
    expect(part.rounding).toMatchObject({ exact: '4166.6667', place: 0 });
  });

  it('goes back behind later edits of other cells, and to the spread before an undone one', async () => {
    const { host } = await testHost();
    await makePlan(host);
    must(await host.dispatch({ name: 'targets/setCell', cell: cellAt('all'), amount: 100_000, method: 'equal' }, null));
    must(await host.dispatch({ name: 'targets/setCell', cell: cellAt('region:2'), amount: 1 }, null));
    must(await host.dispatch({ name: 'targets/setCell', cell: cellAt('all'), amount: 77 }, null));
    must(await host.undo(null));
    const told = await explain(host, cellAt('region:1/product:1', ['2027-01']));
    expect(told.rounding).toMatchObject({ exact: '1388.8889', added: 1, seq: 2 });
  });

  it('says why where there is nothing to say of rounding', async () => {
    const { host } = await testHost();
    await makePlan(host);
    const leaf = cellAt('region:1/product:1', ['2027-01']);
    const north = cellAt('region:1');
    expect(await explain(host, leaf)).toMatchObject({ rounding: null, untold: 'none' });
    must(await host.dispatch({ name: 'targets/setCell', cell: leaf, amount: 5 }, null));
    expect(await explain(host, leaf)).toMatchObject({ rounding: null, untold: 'own' });
    must(await host.dispatch({ name: 'targets/clearCell', cell: north }, null));
    expect(await explain(host, leaf)).toMatchObject({ rounding: null, untold: 'method', value: null });
  });

  it('answers from the state that is looked at', async () => {
    const { host } = await testHost();
    await makePlan(host);
    must(await host.dispatch({ name: 'targets/setCell', cell: cellAt('all'), amount: 100_000, method: 'equal' }, null));
    must(await host.dispatch({ name: 'targets/setCell', cell: cellAt('all'), amount: 7, method: 'equal' }, null));
    must(await host.openPast(2));
    const told = await explain(host, cellAt('region:1/product:1', ['2027-01']));
    expect(told.rounding).toMatchObject({ exact: '1388.8889', seq: 2 });
    expect(must(await host.history({ cell: null, before: null, count: 9 })).lines.map(({ seq }) => seq)).toEqual([
      2, 1,
    ]);
  });
});
