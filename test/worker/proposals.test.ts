import { expect, test } from 'vitest';
import { proposalCommands } from '~/ui/pages/plan/rounds/proposalList';
import { must, testHost } from './support/host';
import { makePlan } from './support/madePlan';

const list = (from: string | Blob) => ({ from, dimension: 'region', unit: 1, locale: 'en' as const });

test('a list of proposals is read, taken and submitted; undo takes it back step by step, targets never move', async () => {
  const { host } = await testHost();
  await makePlan(host);
  must(await host.dispatch({ name: 'rounds/open', title: '', dimension: 'region', deadline: null }, null));
  const before = must(await host.rounds(null));
  const text = 'Region,Jan,Feb\nnorth,100,200\nSouth,50,\nEast,1,2';
  const read = must(await host.readProposals(list(text)));
  expect(read.cells.map(({ labels, amount }) => [labels, amount])).toEqual([
    [['North'], 10_000],
    [['North'], 20_000],
    [['South'], 5_000],
  ]);
  expect(read.total).toBe(35_000);
  // Named once, though it misses two months.
  expect(read.unmatched).toEqual([{ row: 4, dimension: 'region', name: 'East' }]);
  expect(must(await host.readProposals(list(new Blob([`\ufeff${text}`]))))).toEqual(read);

  const lines = before.lines ?? [];
  const round = {
    id: before.round ?? '',
    dimension: 'region',
    isOpen: true,
    members: lines.map(({ member }) => member),
  };
  for (const command of proposalCommands(read, round, true) ?? []) must(await host.dispatch(command, null));
  const after = must(await host.rounds(null));
  expect(after.lines?.map(({ proposed }) => proposed)).toEqual([30_000, 5_000]);
  expect(after.totals.target).toBe(before.totals.target);
  must(await host.undo(null));
  must(await host.undo(null));
  expect(must(await host.rounds(null))).toEqual(before);
});

test('what is no list is refused by name, and so is one without a plan', async () => {
  const { host } = await testHost();
  expect(await host.readProposals(list('Region,Proposal\nNorth,1'))).toMatchObject({ ok: false });
  await makePlan(host);
  expect(await host.readProposals(list('hello world'))).toMatchObject({ issues: [{ code: 'proposal/noColumns' }] });
  const broken = new Blob([Uint8Array.of(0xff, 0x00, 0xc3, 0x28, 0x80, 0x81)]);
  expect(await host.readProposals(list(broken))).toMatchObject({ ok: false });
});
