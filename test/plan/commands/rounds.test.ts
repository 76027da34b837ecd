import { describe, expect, it } from 'vitest';
import { type Column, columnKey, WORKING_TARGET } from '~/domain/plan';
import { selectionTotals } from '~/engine/cube/index';
import { selectionOf } from '~/plan/resolve';
import { runCommand } from '~/plan/run';
import { roundsView } from '~/plan/views/roundsView';
import { createSmallPlan, type SmallPlan } from '../support/smallPlan';
import { day } from '../support/smallWorkspace';

const PROPOSAL: Column = { ...WORKING_TARGET, layer: 'proposal' };

const cellOf = (small: SmallPlan, column: Column, names: Record<string, string>) => ({
  column,
  at: small.at(names),
  periods: small.plan.periods.map((period) => period.id),
});

function sumAt(small: SmallPlan, column: Column, names: Record<string, string>) {
  const data = small.document.open?.columns.get(columnKey(column));
  return data ? selectionTotals(data, selectionOf(small.document, small.plan, cellOf(small, column, names))).sum : null;
}

const attempt = (small: SmallPlan, command: Parameters<typeof runCommand>[1]) =>
  runCommand(small.document, command, { today: day('2026-07-16'), now: '', seq: 99, batchOf: () => null });

const codeOf = (result: ReturnType<typeof attempt>) => (result.ok ? null : result.issues[0].code);

function linesOf(small: SmallPlan, today = '2026-07-16') {
  const view = roundsView(small.document, { round: null, today: day(today) });
  if (!view.ok) throw new Error('no view');
  return view.value;
}

function opened(deadline: string | null = '2026-07-20') {
  const small = createSmallPlan();
  const made = small.run({
    name: 'rounds/open',
    title: 'First',
    dimension: 'seller',
    deadline: deadline === null ? null : day(deadline),
  });
  const member = (name: string) => small.at({ seller: name }).seller;
  return { small, round: made.change.records[0].id, member };
}

describe('a round', () => {
  it('asks each seller with the target of then, whatever becomes of it', () => {
    const { small } = opened();
    small.run({ name: 'targets/setCell', cell: cellOf(small, WORKING_TARGET, { seller: 'Ann' }), amount: 1 });
    expect(
      linesOf(small).lines?.map(({ label, assigned, target, proposed, gap }) => [
        label,
        assigned,
        target,
        proposed,
        gap,
      ]),
    ).toEqual([
      ['Ann', 14_400, 1, null, null],
      ['Bob', 7_200, 7_200, null, null],
      ['Cid', 14_400, 14_400, null, null],
    ]);
    expect(linesOf(small).rounds).toMatchObject([{ no: 1, submitted: 0, members: 3, state: 'open' }]);
  });

  it('lays a proposal for the year on the months as the target lies, typed and pasted alike', () => {
    const { small } = opened();
    const year = small.plan.periods.map((period) => period.id);
    const ann = cellOf(small, WORKING_TARGET, { seller: 'Ann' });
    const target = { ...ann, periods: [year[0]] };
    small.run({ name: 'targets/setCell', cell: ann, amount: 14_400, method: 'equal' });
    small.run({ name: 'targets/setCell', cell: target, amount: 13_200 });
    const of = (seller: string) => cellOf(small, PROPOSAL, { seller });
    small.run({ name: 'targets/setCell', cell: of('Ann'), amount: 2_640 });
    const months = (seller: string, column: Column) =>
      year.map((period) => {
        const data = small.document.open?.columns.get(columnKey(column));
        const cell = { ...cellOf(small, column, { seller }), periods: [period] };
        return data && selectionTotals(data, selectionOf(small.document, small.plan, cell)).sum;
      });
    expect(months('Ann', WORKING_TARGET)).toEqual([13_200, ...Array(11).fill(1200)]);
    expect(months('Ann', PROPOSAL)).toEqual([1_320, ...Array(11).fill(120)]);
    small.run({ name: 'targets/clearCell', cell: of('Ann') });
    small.run({ name: 'targets/setCells', origin: 'paste', cells: [{ cell: of('Ann'), amount: 2_640 }] });
    expect(months('Ann', PROPOSAL)).toEqual([1_320, ...Array(11).fill(120)]);
  });

  it('takes down several at once, all or none', () => {
    const { small, round, member } = opened();
    for (const seller of ['Ann', 'Bob'])
      small.run({ name: 'targets/setCell', cell: cellOf(small, PROPOSAL, { seller }), amount: 6_000 });
    const submit = (also: string[]) =>
      ({ name: 'rounds/submit', round, member: member('Ann'), also: also.map(member) }) as const;
    expect(codeOf(attempt(small, submit(['Bob', 'Cid'])))).toBe('proposal/none');
    expect(linesOf(small).rounds[0].submitted).toBe(0);
    small.run(submit(['Bob']));
    expect(linesOf(small).lines?.map(({ proposed }) => proposed)).toEqual([6_000, 6_000, null]);
  });

  it('takes down what a seller proposes, blank being nothing and zero being none', () => {
    const { small, round, member } = opened();
    expect(codeOf(attempt(small, { name: 'rounds/submit', round, member: member('Ann') }))).toBe('proposal/none');
    small.run({ name: 'targets/setCell', cell: cellOf(small, PROPOSAL, { seller: 'Ann' }), amount: 12_000 });
    small.run({ name: 'targets/setCell', cell: cellOf(small, PROPOSAL, { seller: 'Bob' }), amount: 0 });
    small.run({ name: 'rounds/submit', round, member: member('Ann') });
    small.run({ name: 'rounds/submit', round, member: member('Bob') });
    const view = linesOf(small);
    expect(view.lines?.map(({ proposed, gap }) => [proposed, gap])).toEqual([
      [12_000, -2_400],
      [0, -7_200],
      [null, null],
    ]);
    expect(view.totals).toEqual({ target: 36_000, proposed: 12_000, gap: -9_600 });
  });

  it('is late after the deadline, for those who did not answer as for those who did then', () => {
    const { small, round, member } = opened('2026-07-15');
    small.run({ name: 'targets/setCell', cell: cellOf(small, PROPOSAL, { seller: 'Ann' }), amount: 12_000 });
    small.run({ name: 'rounds/submit', round, member: member('Ann') });
    expect(linesOf(small, '2026-07-15').lines?.map(({ late }) => late)).toEqual([true, false, false]);
    expect(linesOf(small, '2026-07-16').lines?.map(({ late }) => late)).toEqual([true, true, true]);
    const calm = opened(null);
    expect(linesOf(calm.small, '2030-01-01').lines?.some(({ late }) => late)).toBe(false);
  });

  it('notes objection and reply, and an agreed change moves the target around all holds in one step', () => {
    const { small, round, member } = opened();
    small.run({ name: 'rounds/object', round, member: member('Ann'), text: ' the mine closed ' });
    small.run({ name: 'rounds/reply', round, member: member('Ann'), text: 'agreed' });
    const january = { ...cellOf(small, WORKING_TARGET, { seller: 'Ann' }), periods: ['2026-01'] };
    small.run({ name: 'holds/add', cell: january, kind: 'freeze' });
    const data = small.document.open?.columns.get(columnKey(WORKING_TARGET));
    const held = data ? selectionTotals(data, selectionOf(small.document, small.plan, january)).sum : 0;
    const done = small.run({ name: 'rounds/agree', round, member: member('Ann'), amount: 12_400 });
    expect(done.change.records).toHaveLength(1);
    expect(sumAt(small, WORKING_TARGET, { seller: 'Ann' })).toBe(12_400);
    expect(data ? selectionTotals(data, selectionOf(small.document, small.plan, january)).sum : 0).toBe(held);
    expect(linesOf(small).lines?.[0]).toMatchObject({ objection: 'the mine closed', reply: 'agreed', agreed: -2_000 });
  });

  it('notes nothing where the agreed change cannot be made', () => {
    const { small, round, member } = opened();
    small.run({ name: 'holds/add', cell: cellOf(small, WORKING_TARGET, { seller: 'Ann' }), kind: 'freeze' });
    expect(codeOf(attempt(small, { name: 'rounds/agree', round, member: member('Ann'), amount: 1 }))).toBe(
      'target/nothingFree',
    );
    expect(linesOf(small).lines?.[0].agreed).toBeNull();
  });

  it('takes no answer once it is closed, from nobody it did not ask, and for no dimension without lines', () => {
    const { small, round, member } = opened();
    expect(codeOf(attempt(small, { name: 'rounds/object', round, member: 77, text: 'x' }))).toBe('member/unknown');
    expect(codeOf(attempt(small, { name: 'rounds/object', round: 'r9', member: 1, text: 'x' }))).toBe('round/unknown');
    expect(codeOf(attempt(small, { name: 'rounds/reply', round, member: member('Ann'), text: 'x'.repeat(2001) }))).toBe(
      'note/tooLong',
    );
    small.run({ name: 'rounds/close', round });
    for (const name of ['rounds/submit', 'rounds/close'] as const)
      expect(codeOf(attempt(small, { name, round, member: member('Ann') }))).toBe('round/closed');
    expect(codeOf(attempt(small, { name: 'rounds/open', title: '', dimension: 'product', deadline: null }))).toBe(
      'dimension/unknown',
    );
    small.run({ name: 'rounds/open', title: 'Second', dimension: 'region', deadline: null });
    expect(linesOf(small).rounds.map(({ no, title }) => [no, title])).toEqual([
      [2, 'Second'],
      [1, 'First'],
    ]);
    expect(linesOf(small).lines?.map(({ label }) => label)).toEqual(['North', 'South']);
  });
});

describe('a proposal', () => {
  it('is accepted leaf by leaf under one cell and nowhere else', () => {
    const small = createSmallPlan();
    small.run({ name: 'targets/setCell', cell: cellOf(small, PROPOSAL, {}), amount: 30_001, method: 'equal' });
    const south = sumAt(small, WORKING_TARGET, { region: 'South' });
    small.run({ name: 'proposals/accept', cell: cellOf(small, WORKING_TARGET, { region: 'North' }) });
    for (const seller of ['Ann', 'Bob'])
      expect(sumAt(small, WORKING_TARGET, { seller })).toBe(sumAt(small, PROPOSAL, { seller }));
    expect(sumAt(small, WORKING_TARGET, { region: 'South' })).toBe(south);
  });

  it('is accepted around holds: its total stands, the locked part too', () => {
    const small = createSmallPlan();
    small.run({ name: 'targets/setCell', cell: cellOf(small, PROPOSAL, {}), amount: 40_000 });
    small.run({ name: 'holds/add', cell: cellOf(small, WORKING_TARGET, { seller: 'Ann' }), kind: 'freeze' });
    small.run({ name: 'proposals/accept', cell: cellOf(small, WORKING_TARGET, {}) });
    expect(sumAt(small, WORKING_TARGET, {})).toBe(40_000);
    expect(sumAt(small, WORKING_TARGET, { seller: 'Ann' })).toBe(14_400);
  });

  it('moves the target by a share of the gap, half away from zero, and 100 closes it', () => {
    const small = createSmallPlan();
    small.run({ name: 'targets/setCell', cell: cellOf(small, PROPOSAL, {}), amount: 30_001 });
    const whole = cellOf(small, WORKING_TARGET, {});
    small.run({ name: 'proposals/spreadGap', cell: whole, percent: 50 });
    expect(sumAt(small, WORKING_TARGET, {})).toBe(33_000);
    small.run({ name: 'proposals/spreadGap', cell: whole, percent: 100 });
    expect(sumAt(small, WORKING_TARGET, {})).toBe(30_001);
    small.run({ name: 'targets/clearCell', cell: whole });
    small.run({ name: 'proposals/spreadGap', cell: whole, percent: 100 });
    expect(sumAt(small, WORKING_TARGET, { seller: 'Ann' })).toBe(sumAt(small, PROPOSAL, { seller: 'Ann' }));
  });

  it('that nobody made is refused', () => {
    const small = createSmallPlan();
    const whole = cellOf(small, WORKING_TARGET, {});
    expect(codeOf(attempt(small, { name: 'proposals/accept', cell: whole }))).toBe('proposal/none');
    expect(codeOf(attempt(small, { name: 'proposals/spreadGap', cell: whole, percent: 10 }))).toBe('proposal/none');
  });
});
