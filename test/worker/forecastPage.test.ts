import { beforeAll, describe, expect, test } from 'vitest';
import type { ForecastEvent } from '~/domain/forecast';
import type { NodeForecast } from '~/domain/forecastView';
import { must, type TestHost, testHost } from './support/host';

let own: TestHost;
let jobs = 0;
const job = () => `job ${++jobs}`;

beforeAll(async () => {
  own = await testHost();
  must(await own.host.openSample({ language: 'en', seed: 7, scale: 1 }, 'open'));
});

const node = async (at = {}): Promise<NodeForecast> => must(await own.host.nodeForecast({ at }, job()));

describe('the page of one node', () => {
  test('what a month is made of adds up to what came, and to the forecast after it', async () => {
    const { view, components } = await node();
    if (!components) throw new Error('no components');
    const actual = new Map(view.points.map((point) => [point.period, point]));
    const first = Number(components.from.slice(0, 4)) * 12 + Number(components.from.slice(5, 7)) - 1;
    components.level.forEach((level, t) => {
      const month = first + t;
      const id = `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
      const point = actual.get(id);
      const known = point?.actual ?? point?.mean ?? null;
      if (known === null) return;
      const { season, holidays, events, remainder } = components;
      const sum = level + season[t] + holidays[t] + events[t] + (remainder[t] ?? 0);
      expect(Math.abs(sum - known)).toBeLessThanOrEqual(1 + Math.abs(known) * 1e-9);
    });
  });

  test('the answer is judged beside its models and beside repeating last year', async () => {
    const { errors, view, origins } = await node();
    expect(origins).toBeGreaterThan(0);
    expect(errors.map(({ name }) => name)).toEqual(expect.arrayContaining(['combination', 'seasonalNaive']));
    expect(errors.find(({ name }) => name === 'combination')?.mase).toBe(view.error);
  });

  test('a month that is left out changes the forecast at once, below its node as well, and undo brings the old one back', async () => {
    const before = await node();
    const month = before.view.points.filter(({ actual }) => actual !== null).at(-5)?.period ?? '';
    const event: ForecastEvent = {
      id: '',
      kind: 'outlier',
      at: {},
      title: '',
      from: month,
      to: month,
      decision: 'adjust',
      lift: null,
    };
    const part = { region: 1 };
    const below = await node(part);
    must(await own.host.dispatch({ name: 'forecast/setEvents', events: [event] }, null));
    const after = await node();
    expect(after.events).toMatchObject([{ from: month, decision: 'adjust' }]);
    expect(after.view.points.map(({ mean }) => mean)).not.toEqual(before.view.points.map(({ mean }) => mean));
    expect((await node(part)).view.points).not.toEqual(below.view.points);
    must(await own.host.undo(null));
    expect((await node()).view).toEqual(before.view);
  });

  test('what a person expects stands beside the model: the model stays, the year moves by the difference', async () => {
    const before = await node();
    const open = before.view.points.filter(({ mean }) => mean !== null).at(1);
    if (!open?.mean || before.final === null) throw new Error('no forecast');
    expect(before.final).toBe(before.view.year.forecast);
    const months = [{ month: open.period, amount: open.mean + 500_000 }];
    must(await own.host.dispatch({ name: 'forecast/setOverrides', at: {}, months, why: 'a big order' }, null));
    const after = await node();
    expect(after.view).toEqual(before.view);
    expect(after.overrides).toMatchObject([{ month: open.period, reason: 'a big order' }]);
    expect(after.final).toBe(before.final + 500_000);
    must(await own.host.undo(null));
    expect((await node()).final).toBe(before.final);
  });
});

describe('sellers’ own word', () => {
  test('is shown beside the model and judged only on what was said before the month began', async () => {
    const { view } = await node();
    const seller = must(await own.host.members({ search: '', dimension: 'seller' }))[0];
    const of = await node({ seller: seller.code });
    const known = of.view.points.filter(({ actual }) => actual !== null).slice(-3);
    const ahead = of.view.points.find(({ mean }) => mean !== null);
    const monthOf = (id: string) => (Number(id.slice(0, 4)) - 1970) * 12 + Number(id.slice(5, 7)) - 1;
    const dayOf = (id: string) => Math.floor(Date.parse(`${id}-01T00:00:00Z`) / 86_400_000);
    const row = (period: string, amount: number, day: number) => ({
      key: null,
      values: { month: monthOf(period), seller: seller.code, amount, day },
    });
    const rows = [
      // Right on the spot, the day before each month; what was said afterwards must not count.
      ...known.map(({ period, actual }) => row(period, actual ?? 0, dayOf(period) - 1)),
      row(known[0].period, 1, dayOf(known[0].period) + 20),
      row(ahead?.period ?? '', 1_234_500, view.asOf ?? 0),
    ];
    must(await own.host.dispatch({ name: 'facts/put', kind: 'forecasts', rows }, null));
    const said = (await node({ seller: seller.code })).own;
    expect(said?.judged).toMatchObject({ n: 3, accuracy: 1, bias: 0 });
    expect(said?.judged?.overModel ?? -1).toBeGreaterThanOrEqual(0);
    expect(said?.months.at(-1)).toMatchObject({ month: ahead?.period, amount: 1_234_500 });
    expect(said?.spoken).toBe(1);
    const { sellers } = must(await own.host.forecastAccuracy(job()));
    expect(sellers).toMatchObject([{ code: seller.code, n: 3, accuracy: 1 }]);
  });
});

describe('special months and accuracy over the tree', () => {
  test('every node of the tree is looked at, and the nodes that missed by most come first', async () => {
    const { nodes } = must(await own.host.forecastEvents(job()));
    const { rows } = must(await own.host.forecastAccuracy(job()));
    expect(nodes).toBeGreaterThan(10);
    expect(rows.length).toBe(nodes);
    const misses = rows.map(({ all, size }) => (all.wape ?? -1) * size);
    expect(misses).toEqual(misses.toSorted((a, b) => b - a));
    expect(new Set(rows.map(({ basis }) => basis))).toEqual(new Set(['backtest']));
    expect(rows[0].horizons.map(({ first, last }) => [first, last])).toEqual([
      [1, 3],
      [4, 6],
      [7, 12],
    ]);
  });

  test('what is kept is what the pages show, and is judged once months have come', async () => {
    const draft = must(await own.host.forecastToKeep(job()));
    const { view } = await node();
    const shown = view.points.flatMap(({ mean }) => (mean === null ? [] : [mean]));
    expect(draft.nodes[0].model).toEqual(shown);
    must(await own.host.dispatch({ name: 'forecast/keep', ...draft }, null));
    const { kept } = must(await own.host.forecastAccuracy(job()));
    expect(kept).toMatchObject([{ asOf: view.asOf, nodes: draft.nodes.length, judged: 0 }]);
    // Kept half a year ago: what it said of the months since is judged, the month it was made in is not.
    const asOf = (view.asOf ?? 0) - 183;
    const old = draft.nodes.map((one) => ({
      ...one,
      from: view.points.filter(({ actual }) => actual !== null).at(-6)?.period ?? '',
    }));
    must(await own.host.dispatch({ name: 'forecast/keep', takenOn: asOf, asOf, nodes: old }, null));
    const judged = must(await own.host.forecastAccuracy(job()));
    expect(judged.rows.every(({ basis }) => basis === 'kept')).toBe(true);
    expect(judged.rows[0].all.n).toBe(5);
  });
});

describe('promotions that were imported', () => {
  test('are offered as marks, taken over once, and say what they did', async () => {
    const other = await testHost();
    must(await other.host.openSample({ language: 'en', seed: 7, scale: 1 }, 'open'));
    const product = must(await other.host.members({ search: '', dimension: 'product', leaves: true }))[0].code;
    const day = (iso: string) => Math.floor(Date.parse(`${iso}T00:00:00Z`) / 86_400_000);
    const values = { title: 'Spring', product, day: day('2026-03-10'), until: day('2026-04-20') };
    must(await other.host.dispatch({ name: 'facts/put', kind: 'promotions', rows: [{ key: null, values }] }, null));
    const { offered } = must(await other.host.forecastEvents('e1'));
    expect(offered).toMatchObject([{ title: 'Spring', at: { product }, from: '2026-03', to: '2026-04', lift: null }]);
    const events = offered.map(({ label: _, ...event }) => event);
    must(await other.host.dispatch({ name: 'forecast/setEvents', events }, null));
    const taken = must(await other.host.forecastEvents('e2'));
    expect(taken.offered).toEqual([]);
    expect(taken.events).toMatchObject([{ title: 'Spring', found: { months: 2 } }]);
    const { lift, lower, upper } = taken.events[0].found ?? { lift: Number.NaN, lower: 0, upper: 0 };
    expect(lower).toBeLessThanOrEqual(lift);
    expect(upper).toBeGreaterThanOrEqual(lift);
  });
});

test('a month of newer orders after the last kept forecast is told on the first page, and leads nowhere before', async () => {
  const other = await testHost();
  must(await other.host.openSample({ language: 'en', seed: 7, scale: 1 }, 'open'));
  const kinds = async () => must(await other.host.home()).attention.map(({ kind }) => kind);
  expect(await kinds()).not.toContain('forecastNotKept');
  const draft = must(await other.host.forecastToKeep('k'));
  must(await other.host.dispatch({ name: 'forecast/keep', ...draft, asOf: draft.asOf - 31 }, null));
  expect(await kinds()).toContain('forecastNotKept');
  must(await other.host.dispatch({ name: 'forecast/keep', ...draft }, null));
  expect(await kinds()).not.toContain('forecastNotKept');
});
