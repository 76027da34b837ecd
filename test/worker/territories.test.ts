import { expect, it } from 'vitest';
import { dayOf } from '~/domain/period';
import type { BalanceQuery } from '~/domain/territoryView';
import { commandScope } from '~/worker/commandScope';
import { must, testHost } from './support/host';

const FROM = dayOf(2026, 10, 1);

it('moves are kept over a reload, and one undo takes back owners and targets together', async () => {
  const made = await testHost();
  const { host } = made;
  const opened = must(await host.openSample({ language: 'en', seed: 7, scale: 1 }, 'job'));
  const asked: BalanceQuery = { moves: [], from: FROM, by: 'seller', targets: 'move' };
  const before = must(await host.territories(asked)).balance;
  const [most, locked, first, second] = before.rows;
  const customersOf = async (seller: number) =>
    must(
      await host.territoryCustomers({
        search: '',
        seller,
        region: null,
        tier: 'C',
        moved: false,
        moves: [],
        from: FROM,
        sort: { by: 'sales', descending: true },
        first: 0,
        count: 3,
      }),
    ).rows.map(({ code }) => code);
  const moves = (await customersOf(first.code)).map((customer) => ({ customer, seller: second.code }));
  expect(moves).toHaveLength(3);
  const tried = must(await host.territories({ ...asked, moves }));
  expect(tried.refused).toEqual([]);
  expect(must(await host.territories(asked)).balance).toEqual(before);

  // The sample has locked a product of its second seller, in the region of the first.
  const shut = (await customersOf(most.code)).map((customer) => ({ customer, seller: locked.code }));
  const refused = must(await host.territories({ ...asked, moves: shut })).refused;
  expect(refused).toMatchObject([{ code: 'territory/held', params: { holdIds: expect.stringMatching(/./) } }]);
  expect(must(await host.territories({ ...asked, moves: shut, targets: 'stay' })).refused).toEqual([]);

  must(await host.dispatch({ name: 'territories/move', moves, from: FROM, targets: 'move' }, null));
  const after = must(await host.territories(asked)).balance;
  expect(after.rows.map(({ code, before: load }) => [code, load])).toEqual(
    expect.arrayContaining(tried.balance.rows.map(({ code, after: load }) => [code, load])),
  );
  expect(must(await host.ownerships(9))).toHaveLength(3);
  await host.settle();
  const again = await made.again();
  must(await again.host.openWorkspace(opened.workspace?.id ?? ''));
  expect(must(await again.host.territories(asked)).balance).toEqual(after);
  must(await again.host.undo(null));
  expect(must(await again.host.territories(asked)).balance).toEqual(before);
  await again.host.settle();
});

it('a move belongs to the plan whose targets it took along, else to the workspace', () => {
  expect(commandScope('territories/move', { plan: 'p1', wrote: true })).toBe('p1');
  expect(commandScope('territories/move', { plan: 'p1', wrote: false })).toBe('workspace');
});
