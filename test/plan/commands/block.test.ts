import { describe, expect, it } from 'vitest';
import type { CellRef } from '~/domain/cell';
import type { Command } from '~/domain/command';
import { rowList } from '~/engine/cube';
import { createRandom } from '~/engine/numeric';
import { revertEdit } from '~/engine/targets';
import { canonicalBytes } from '~/plan/canonical';
import { rowsAt } from '~/plan/resolve';
import { rowsOfCells } from '~/plan/rowsOfCells';
import { attempt, byPeriod, cellOf, sumAt, totalsAt } from '../support/cells';
import { createSmallPlan, type SmallPlan } from '../support/smallPlan';

type Cells = Extract<Command, { name: 'targets/setCells' }>['cells'];
const paste = (cells: Cells): Command => ({ name: 'targets/setCells', origin: 'paste', cells });
const leaf = (small: SmallPlan, seller: string, month: string): CellRef =>
  cellOf(small, { region: seller === 'Cid' ? 'South' : 'North', seller }, [month]);

describe('a block of cells', () => {
  it('is one edit: leaves and totals are exact, blanks are blank', () => {
    const small = createSmallPlan();
    const applied = small.run(
      paste([
        { cell: leaf(small, 'Ann', '2026-01'), amount: 111 },
        { cell: leaf(small, 'Bob', '2026-01'), amount: null },
        { cell: cellOf(small, { seller: 'Cid' }), amount: 5000 },
      ]),
    );
    expect(sumAt(small, leaf(small, 'Ann', '2026-01'))).toBe(111);
    expect(totalsAt(small, leaf(small, 'Bob', '2026-01')).spoken).toBe(0);
    expect(sumAt(small, cellOf(small, { seller: 'Cid' }))).toBe(5000);
    expect(applied.outcome.edits.length).toBe(1);
    expect(applied.outcome.effect.leaves).toBe(14);
  });

  it('lets a cell within another one of the list win, and fills the outer one by its other leaves', () => {
    const small = createSmallPlan();
    small.run(
      paste([
        { cell: cellOf(small, {}), amount: 50_000 },
        { cell: cellOf(small, { region: 'North' }, ['2026-01', '2026-02', '2026-03']), amount: 9000 },
        { cell: leaf(small, 'Ann', '2026-02'), amount: 2000 },
      ]),
    );
    expect(sumAt(small, cellOf(small, {}))).toBe(50_000);
    expect(sumAt(small, cellOf(small, { region: 'North' }, ['2026-01', '2026-02', '2026-03']))).toBe(9000);
    expect(sumAt(small, leaf(small, 'Ann', '2026-02'))).toBe(2000);
  });

  it('refuses by name an outer cell that its own cells fill to something else', () => {
    const small = createSmallPlan();
    const months = ['2026-01', '2026-02'];
    const refused = attempt(
      small,
      paste([
        ...months.map((month) => ({ cell: leaf(small, 'Cid', month), amount: 10 })),
        { cell: cellOf(small, { seller: 'Cid' }, months), amount: 21 },
      ]),
    );
    expect(refused).toMatchObject({
      ok: false,
      issues: [{ code: 'block/contradiction', params: { amount: 21, bound: 20 } }],
    });
    if (refused.ok) return;
    expect(refused.issues[0].place?.node).toContain('Cid');
    expect(
      attempt(
        small,
        paste(
          [20, 10, 10].map((amount, i) => ({
            cell: cellOf(small, { seller: 'Cid' }, i === 0 ? months : [months[i - 1]]),
            amount,
          })),
        ),
      ).ok,
    ).toBe(true);
  });

  it('is all or nothing: one held leaf refuses all, with its name and that of the hold', () => {
    const small = createSmallPlan();
    small.run({ name: 'holds/add', cell: cellOf(small, { seller: 'Bob' }), kind: 'freeze' });
    const refused = attempt(
      small,
      paste(['Ann', 'Bob', 'Cid'].map((seller) => ({ cell: leaf(small, seller, '2026-04'), amount: 77 }))),
    );
    expect(refused).toMatchObject({ ok: false, issues: [{ code: 'target/nothingFree' }] });
    if (refused.ok) return;
    expect(refused.issues[0].place?.node).toContain('Bob · 2026-04');
    expect(String(refused.issues[0].params?.holds)).toContain('Bob');
    expect(refused.issues[0].params?.holdIds).toMatch(/^h/);
  });

  it('keeps a held total around it: what is not in the block absorbs', () => {
    const small = createSmallPlan();
    const north = cellOf(small, { region: 'North' });
    const total = sumAt(small, north);
    small.run({ name: 'holds/add', cell: north, kind: 'total' });
    small.run(paste(['2026-01', '2026-02'].map((month) => ({ cell: leaf(small, 'Ann', month), amount: 10 }))));
    expect(sumAt(small, north)).toBe(total);
    expect(byPeriod(small, cellOf(small, { seller: 'Ann' }, ['2026-01', '2026-02']))).toEqual([10, 10]);
  });

  it('adds the lines it needs, once per address, and none for blanks', () => {
    const small = createSmallPlan();
    const odd = (month: string) => cellOf(small, { region: 'South', seller: 'Ann' }, [month]);
    const applied = small.run(
      paste([
        { cell: odd('2026-01'), amount: 5 },
        { cell: odd('2026-02'), amount: 6 },
        { cell: cellOf(small, { region: 'North', seller: 'Cid' }, ['2026-01']), amount: null },
        { cell: cellOf(small, { region: 'South' }, ['2026-01']), amount: 100 },
      ]),
    );
    expect(applied.outcome.linesAdded?.count).toBe(1);
    expect(sumAt(small, odd('2026-02'))).toBe(6);
    expect(sumAt(small, cellOf(small, { region: 'South' }, ['2026-01']))).toBe(100);
  });

  it('is taken back whole when a later column refuses, and too many cells are refused at once', () => {
    const small = createSmallPlan();
    const other = { ...cellOf(small, {}), column: { scenario: 'base', layer: 'stretch', measure: 'sales' } };
    small.run({ name: 'holds/add', cell: { ...other, at: small.at({ seller: 'Ann' }) }, kind: 'freeze' });
    const cells = [
      { cell: cellOf(small, {}), amount: 1 },
      { cell: { ...other, at: small.at({ seller: 'Ann' }) }, amount: 1 },
    ];
    expect(attempt(small, paste(cells)).ok).toBe(false);
    expect(attempt(small, paste(new Array(200_001).fill(cells[0])))).toMatchObject({
      issues: [{ code: 'block/tooLarge' }],
    });
  });

  it('with random cells of all levels is exact for each, or changes nothing; undone it is the state before', () => {
    const random = createRandom(51);
    const small = createSmallPlan();
    const names = [
      {},
      { region: 'North' },
      { region: 'South' },
      { seller: 'Ann' },
      { seller: 'Bob' },
      { seller: 'Cid' },
    ];
    let done = 0;
    for (let round = 0; round < 150; round += 1) {
      const months = small.plan.periods.map(({ id }) => id);
      const cells: Cells = Array.from({ length: 1 + Math.floor(random() * 6) }, () => {
        const first = Math.floor(random() * 12);
        const periods = random() < 0.3 ? months : months.slice(first, first + 1 + Math.floor(random() * 3));
        const cell = cellOf(small, names[Math.floor(random() * names.length)] as Record<string, string>, periods);
        return { cell, amount: random() < 0.1 ? null : Math.floor(random() * 20_000) };
      });
      const before = canonicalBytes(small.document);
      const result = attempt(small, paste(cells));
      if (!result.ok) continue;
      done += 1;
      const crossed = cells.some(({ amount }) => amount === null);
      if (!crossed) for (const { cell, amount } of cells) expect(sumAt(small, cell)).toBe(amount);
      if (random() < 0.5) continue;
      for (const { column, edit } of result.value.outcome.edits) {
        const data = small.document.open?.columns.get(column);
        if (data) revertEdit(data, edit);
      }
      expect(Buffer.compare(before, canonicalBytes(small.document))).toBe(0);
    }
    expect(done).toBeGreaterThan(40);
  });

  it('finds the lines of many cells as one by one', () => {
    const small = createSmallPlan();
    const { open } = small.document;
    if (!open) throw new Error('no plan');
    const cells = [
      ...[
        {},
        { region: 'North' },
        { seller: 'Cid' },
        { region: 'South', seller: 'Cid' },
        { region: 'South', seller: 'Ann' },
      ].map((names) => cellOf(small, names as Record<string, string>)),
      { ...cellOf(small, {}), at: { seller: 0 } },
      { ...cellOf(small, {}), at: { elsewhere: 4 } },
      { ...cellOf(small, {}), at: { elsewhere: 0 } },
      { ...cellOf(small, {}), within: [{ dimension: 'seller', members: [small.at({ seller: 'Bob' }).seller] }] },
    ];
    const many = rowsOfCells(small.document, open, cells).map((rows) => [...rowList(rows)]);
    expect(many).toEqual(cells.map(({ at, within }) => [...rowList(rowsAt(small.document, open, at, within))]));
  });
});
