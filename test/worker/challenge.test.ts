import { beforeAll, describe, expect, test } from 'vitest';
import type { At } from '~/domain/cell';
import { VERDICTS } from '~/domain/challenge';
import type { ChallengeView, DifficultyRow, DifficultyView } from '~/domain/challengeView';
import type { Command } from '~/domain/command';
import { must, type TestHost, testHost } from './support/host';

/** Li Wei of the sample was given a target a third above last year, and it is locked. */
const LI_WEI: At = { region: 1, seller: 1 };

const ask = (told: TestHost, depth: number, more: Partial<Parameters<TestHost['host']['difficulty']>[0]> = {}) =>
  told.host.difficulty({ line: 'target', depth, order: 'tree', verdict: null, by: 'chance', ...more }, 'j').then(must);

const check = (told: TestHost, at: At): Promise<ChallengeView> =>
  told.host.challenge({ at, line: 'target' }, 'j').then(must);

const balance = (view: Pick<DifficultyView, 'cell'>, cells: { at: At; amount: number }[]): Command => ({
  name: 'targets/balance',
  why: 'as hard as for the others',
  cells: cells.map(({ at, amount }) => ({ cell: { ...view.cell, at }, amount })),
});

describe('the challenge of the sample', () => {
  let told: TestHost;
  let view: DifficultyView;

  beforeAll(async () => {
    told = await testHost();
    must(await told.host.openSample({ language: 'en', seed: 4, scale: 1 }, 'j'));
    view = await ask(told, 2);
  });

  test('finds the seller whose target was set far too high, first of all', async () => {
    const worst = await ask(told, 2, { order: 'worst' });
    expect(worst.rows[0].at).toEqual(LI_WEI);
    expect(worst.rows[0]).toMatchObject({ verdict: 'unrealistic', label: 'Li Wei', depth: 2, held: 'all' });
    expect(worst.rows).toHaveLength(view.rows.length - 1);
    const stretched = await ask(told, 2, { order: 'worst', by: 'stretch' });
    const asked = stretched.rows.map(({ stretch }) => stretch ?? Number.NEGATIVE_INFINITY);
    expect(asked.length).toBe(worst.rows.length);
    expect(asked).toEqual([...asked].sort((a, b) => b - a));
    const ranks = worst.rows.map(({ verdict }) => (verdict ? VERDICTS.indexOf(verdict) : -1));
    expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
  });

  test('is told on the home page with its chance, and leads to the check', async () => {
    const { attention } = must(await told.host.home());
    const found = attention.filter(({ kind }) => kind === 'unreasonable');
    const seller = found.find(({ at }) => at?.seller === 1);
    expect(seller).toMatchObject({ at: { seller: 1 }, page: 'challenge', severity: 'bad' });
    expect(seller?.params).toMatchObject({ name: 'Li Wei', target: 1_780_000_000, growth: expect.closeTo(0.36, 2) });
    const unrealistic = view.rows.filter(({ verdict, depth }) => depth === 2 && verdict === 'unrealistic');
    const sellers = found.flatMap(({ at }) => at?.seller ?? []);
    expect(sellers.sort()).toEqual(unrealistic.map(({ at }) => at.seller).sort());
  });

  test('shows the tree from the whole plan down, its parts adding up', () => {
    expect(view.rows[0]).toMatchObject({ at: {}, path: [], depth: 0, target: view.whole.target });
    expect(view.levels.slice(0, 3)).toEqual(['region', 'seller', 'category']);
    const of = (depth: number) => view.rows.filter((row) => row.depth === depth);
    expect(sum(of(1))).toBe(view.whole.target);
    expect(sum(of(2))).toBe(view.whole.target);
    expect(Object.values(view.counts).reduce((all, count) => all + count, 0)).toBe(of(2).length);
  });

  test('a filter keeps what a node lies under', async () => {
    const hard = await ask(told, 2, { verdict: 'unrealistic' });
    for (const row of hard.rows.filter(({ depth }) => depth === 2)) expect(row.verdict).toBe('unrealistic');
    expect(hard.rows[0].at).toEqual({});
    expect(hard.counts).toEqual(view.counts);
  });

  test('says the same of a node in the tree and on its own page', async () => {
    for (const row of view.rows) {
      const own = await check(told, row.at);
      expect(pick(own)).toEqual(pick(row));
      expect(own.forecast?.mean ?? null).toBe(row.forecast);
    }
  });

  test('holds every target against the eleven kinds of evidence, the unknown ones with their reason', async () => {
    const own = await check(told, LI_WEI);
    expect(own.evidence.map(({ kind }) => kind)).toHaveLength(11);
    for (const { state, issues, low, mid, high } of own.evidence) {
      if (state === 'unknown') expect(issues.length).toBeGreaterThan(0);
      if (low !== null && mid !== null && high !== null)
        expect([low, mid, high]).toEqual([low, mid, high].sort((a, b) => a - b));
    }
    const known = own.evidence.filter(({ kind, high }) => kind !== 'proposals' && high !== null);
    const least = Math.min(...known.map(({ high }) => high ?? 0));
    expect(own.evidence.find(({ kind }) => kind === own.limiting)?.high).toBe(least);
    expect(own.evidence.find(({ kind }) => kind === 'history')?.state).toBe('against');
    const chances = own.curve.map(({ chance }) => chance);
    expect(chances).toEqual([...chances].sort((a, b) => b - a));
  });

  test('leaves a locked target where it is, and says so', async () => {
    const { fair } = await check(told, LI_WEI);
    expect(fair).toMatchObject({ locked: true, cells: [] });
  });

  test('tells the chance of a node the plan has no line for, without a verdict', async () => {
    const own = await check(told, { customer: 20 });
    expect(own).toMatchObject({ target: null, verdict: null, fair: null });
    expect(own.issues.map(({ code }) => code)).toContain('challenge/noLines');
    expect(own.evidence.find(({ kind }) => kind === 'forecast')?.mid).not.toBeNull();
  });

  test('judges a node of another order of dimensions by its own past', async () => {
    const own = await check(told, { product: 1 });
    expect(own.verdict).not.toBeNull();
    expect(own.target).toBeGreaterThan(0);
    const both = await check(told, { product: 1, region: 2 });
    expect(both.target).toBeLessThan(own.target ?? 0);
  });

  test('what would be fair is one step that moves the rest and no total, and undo takes it back', async () => {
    must(await told.host.dispatch({ name: 'holds/release', cell: { ...view.cell, at: {} } }, null));
    const own = await check(told, LI_WEI);
    const fair = own.fair;
    if (!fair || own.target === null) throw new Error('no fair amount');
    expect(fair.cells[0]).toEqual({ at: LI_WEI, amount: fair.amount });
    const given = fair.takers.reduce((all, { before, after }) => all + after - before, 0);
    expect(fair.amount + given + fair.left).toBe(own.target);
    for (const { chanceAfter } of fair.takers) expect(chanceAfter).toBeGreaterThanOrEqual(own.rule.fair);
    const before = await ask(told, 2);
    must(await told.host.dispatch(balance(own, fair.cells), null));
    const after = await ask(told, 2);
    expect(after.whole.target).toBe((before.whole.target ?? 0) - fair.left);
    expect(after.rows.find(({ label }) => label === 'Li Wei')).toMatchObject({ verdict: 'fair', target: fair.amount });
    for (const { at } of fair.takers) expect((await check(told, at)).verdict).toMatch(/fair|easy/);
    must(await told.host.undo(null));
    expect((await ask(told, 2)).rows.map(({ target }) => target)).toEqual(before.rows.map(({ target }) => target));
  });

  test('a plan built from its own forecast is judged fair everywhere', async () => {
    const sellers = view.rows.filter(({ depth }) => depth === 2);
    const cells = sellers.map(({ at, forecast }) => ({ at, amount: forecast ?? 0 }));
    must(await told.host.dispatch(balance(view, cells), null));
    const own = await ask(told, 2);
    expect(own.rows.map(({ label, verdict }) => [label, verdict])).toEqual(
      own.rows.map(({ label }) => [label, 'fair']),
    );
    must(await told.host.undo(null));
  });

  test('asks a reason, refuses by name, and changes nothing then', async () => {
    const silent = { ...balance(view, [{ at: LI_WEI, amount: 1 }]), why: ' ' };
    const refused = await told.host.dispatch(silent, null);
    expect(refused.ok ? [] : refused.issues.map(({ code }) => code)).toEqual(['reason/needed']);
    must(await told.host.dispatch({ name: 'holds/add', cell: { ...view.cell, at: LI_WEI }, kind: 'freeze' }, null));
    const held = await told.host.dispatch(
      balance(view, [
        { at: { region: 2 }, amount: 5 },
        { at: LI_WEI, amount: 7 },
      ]),
      null,
    );
    expect(JSON.stringify(held.ok ? null : held.issues)).toContain('Li Wei');
    expect((await ask(told, 1)).whole.target).toBe(view.whole.target);
  });
});

const sum = (rows: DifficultyRow[]): number => rows.reduce((all, { target }) => all + (target ?? 0), 0);

const pick = ({ target, lastYear, chance, verdict, limiting }: DifficultyRow | ChallengeView) => ({
  target,
  lastYear,
  chance,
  verdict,
  limiting,
});
