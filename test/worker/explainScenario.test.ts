import { expect, it } from 'vitest';
import type { CellRef } from '~/domain/cell';
import { type Column, WORKING_TARGET } from '~/domain/plan';
import { must, testHost } from './support/host';
import { makePlan } from './support/madePlan';

it('numbers of a scenario tell their own chain and history, back to what the scenario was copied from', async () => {
  const { host } = await testHost();
  const status = await makePlan(host);
  const periods = status.plan?.periods.map(({ id }) => id) ?? [];
  const cellOf = (column: Column, at: CellRef['at'] = {}): CellRef => ({ column, at, periods });
  const spread = { name: 'targets/setCell', method: 'equal' } as const;
  must(await host.dispatch({ ...spread, cell: cellOf(WORKING_TARGET), amount: 72_000 }, null));
  must(await host.dispatch({ name: 'scenarios/add', title: 'High', from: 'base' }, null));
  const high = { ...WORKING_TARGET, scenario: must(await host.scenarios()).scenarios[1].scenario };
  const north = cellOf(high, { region: 1 });
  must(await host.dispatch({ ...spread, cell: cellOf(high), amount: 144_001 }, null));
  must(await host.dispatch({ ...spread, cell: cellOf(WORKING_TARGET), amount: 36_000 }, null));

  const told = must(await host.explain(north));
  expect(told.value).toBe(72_001);
  expect(told.chain.map(({ amount }) => amount)).toEqual([144_001, 72_001]);
  expect(told.history.map(({ command, cellBefore, cellAfter }) => [command, cellBefore, cellAfter])).toEqual([
    ['targets/setCell', 36_000, 72_001],
    ['scenarios/add', null, 36_000],
    ['plan/create', null, null],
  ]);
  const leaf = must(await host.explain({ ...north, at: { region: 1, product: 1 }, periods: [periods[0]] }));
  expect(leaf.rounding).toMatchObject({ exact: '2000.0139', added: 1, place: 1 });

  // Values copied over have moved the cell as well.
  const copy = { name: 'columns/copy', from: WORKING_TARGET, to: cellOf(high), percent: 110 } as const;
  must(await host.dispatch(copy, null));
  const page = must(await host.history({ cell: north, before: null, count: 1 }));
  expect(page.lines[0]).toMatchObject({ command: 'columns/copy', cellBefore: 72_001, cellAfter: 19_800 });
  must(await host.undo(null));
  expect(must(await host.explain(north)).value).toBe(72_001);
});
