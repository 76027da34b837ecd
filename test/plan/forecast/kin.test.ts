import { describe, expect, test } from 'vitest';
import type { ForecastEvent } from '~/domain/forecast';
import { foretellNode, nodeSeries } from '~/plan/forecast/foretellNode';
import { rollingCases } from '~/plan/forecast/rollingCases';
import { forecastRequest } from '~/plan/views/forecastRequest';
import { createSmallPlan, type SmallPlan } from '../support/smallPlan';
import type { OrderLine } from '../support/smallWorkspace';

const OPTIONS = { period: 12, levels: [0.8], seed: 1, origins: 0 };
const SHAPE = [0.8, 0.7, 0.9, 1, 1, 1.1, 1, 0.9, 1, 1, 1.1, 2];

/** Orders on the tenth of each month: the shared season, a level of its own, and what a promotion did in some of them. */
function sold(seller: string, of: { from: string; level: number; promoted?: readonly string[]; lift?: number }) {
  const lines: OrderLine[] = [];
  for (let year = 2023; year <= 2026; year += 1) {
    for (let month = 1; month <= 12; month += 1) {
      const id = `${year}-${String(month).padStart(2, '0')}`;
      if (id < of.from || id > '2026-07') continue;
      const wobble = 1 + (((year * 12 + month) * 37 + seller.length * 11) % 7) / 100;
      const lift = of.promoted?.includes(id) ? 1 + (of.lift ?? 0) : 1;
      const amount = Math.round(of.level * SHAPE[month - 1] * wobble * lift);
      lines.push({ on: `${year}-${month}-10`, amount, region: 'North', seller, customer: seller });
    }
  }
  return lines;
}

const seriesAt = ({ document, plan, at }: SmallPlan, seller: string) => {
  const request = forecastRequest(document, plan, { at: at({ seller }) });
  if (!request.ok) throw new Error(JSON.stringify(request.issues));
  return nodeSeries(request.value);
};

const OLD = ['Ann', 'Bobby', 'Cidney', 'Dorothea'];
const withNew = () =>
  createSmallPlan([
    ...OLD.flatMap((seller, i) => sold(seller, { from: '2023-01', level: 1000 * (i + 1) })),
    ...sold('New', { from: '2025-09', level: 700 }),
  ]);

describe('a node with a short history', () => {
  test('borrows the season of those of its level, so that its first December is no surprise', () => {
    const series = seriesAt(withNew(), 'New');
    const lent = foretellNode(series, OPTIONS);
    const alone = foretellNode({ ...series, seasonKin: null }, OPTIONS);
    const december = (of: { mean: Float64Array }): number => {
      const h = (11 - ((series.fromMonth + series.history.length) % 12) + 12) % 12;
      return of.mean[h];
    };
    expect(lent.notes).toContain('lentSeason');
    expect(alone.notes).not.toContain('lentSeason');
    expect(december(lent) / 700).toBeGreaterThan(1.7);
    expect(Math.abs(december(lent) - 1430)).toBeLessThan(Math.abs(december(alone) - 1430));
  });

  test('one with three years asks nobody, and one without kin is told so', () => {
    const small = withNew();
    expect(seriesAt(small, 'Ann').seasonKin).toBeNull();
    const lonely = createSmallPlan(sold('New', { from: '2025-09', level: 700 }));
    expect(seriesAt(lonely, 'New').seasonKin).toBeNull();
  });

  test('is judged in the past by what kin showed until then', () => {
    const small = createSmallPlan([
      ...OLD.flatMap((seller) => sold(seller, { from: '2023-01', level: 1000 })),
      ...sold('New', { from: '2024-11', level: 700 }),
    ]);
    const series = seriesAt(small, 'New');
    const later = series.seasonKin && {
      ...series.seasonKin,
      id: 'spoilt',
      series: series.seasonKin.series.map((one) => ({
        ...one,
        // What came in the last three months is nobody's business before.
        values: one.values.map((value, t) => (t >= one.values.length - 3 ? value * 9 : value)),
      })),
    };
    const before = rollingCases(series, OPTIONS).filter(({ ahead }) => ahead > 3);
    const spoilt = rollingCases({ ...series, seasonKin: later }, OPTIONS).filter(({ ahead }) => ahead > 3);
    expect(before.length).toBeGreaterThan(0);
    expect(spoilt).toEqual(before);
  });
});

const promoted = (small: SmallPlan, seller: string, months: readonly string[]): Partial<ForecastEvent>[] =>
  months.map((month) => ({ at: small.at({ seller }), from: month, to: month }));

describe('a promotion whose lift is not known', () => {
  const PAST = ['2024-05', '2025-06', '2025-10', '2026-03'];
  const marked = () => {
    const small = createSmallPlan([
      ...OLD.flatMap((seller, i) =>
        sold(seller, { from: '2023-01', level: 1000 * (i + 1), promoted: PAST, lift: 0.5 }),
      ),
      ...sold('Newcomer', { from: '2023-01', level: 3000 }),
    ]);
    const events = [
      ...OLD.flatMap((seller) => promoted(small, seller, PAST)),
      ...promoted(small, 'Newcomer', ['2026-10']),
    ].map(
      (event, i): ForecastEvent => ({
        id: '',
        kind: 'promotion',
        at: {},
        title: `p${i}`,
        from: '',
        to: '',
        decision: 'adjust',
        lift: null,
        ...event,
      }),
    );
    small.run({ name: 'forecast/setEvents', events });
    return small;
  };

  test('does what those of others did, where the node had none before', () => {
    const series = seriesAt(marked(), 'Newcomer');
    const ahead = (2026 - 1970) * 12 + 9 - series.fromMonth - series.history.length;
    const told = foretellNode(series, OPTIONS);
    const untold = foretellNode({ ...series, liftKin: null }, OPTIONS);
    expect(told.effects.promotions[0]).toMatchObject({ source: 'pooled' });
    expect(Math.abs(told.mean[ahead] / untold.mean[ahead] - 1.5)).toBeLessThan(0.1);
    const others = [...told.mean].filter((_, h) => h !== ahead);
    expect(others).toEqual([...untold.mean].filter((_, h) => h !== ahead));
  });

  test('never learns from the node itself or its parts twice', () => {
    const small = marked();
    const { liftKin } = seriesAt(small, 'Ann');
    expect(liftKin?.series).toHaveLength(4);
    const whole = forecastRequest(small.document, small.plan, { at: {} });
    expect(whole.ok && whole.value.liftKin).toBeNull();
  });
});

describe('a newcomer that is like others', () => {
  test('is explained as any other: its parts add up to what is foretold', () => {
    const small = withNew();
    const { document, plan, at } = small;
    const member = at({ seller: 'New' }).seller;
    const like = [at({ seller: 'Ann' }).seller, at({ seller: 'Bobby' }).seller];
    small.run({ name: 'forecast/setAnalogue', analogue: { id: '', dimension: 'seller', member, like, scale: null } });
    const request = forecastRequest(document, plan, { at: at({ seller: 'New' }) });
    if (!request.ok) throw new Error('refused');
    const made = foretellNode(nodeSeries(request.value), OPTIONS);
    expect(made.method).toBe('analogue');
    const { level, season, holidays, events, remainder } = made.components;
    const known = request.value.history.length;
    expect(level).toHaveLength(known + made.mean.length);
    made.mean.forEach((mean, h) => {
      const t = known + h;
      expect(level[t] + season[t] + holidays[t] + events[t] + remainder[t]).toBeCloseTo(mean, 4);
    });
  });
});
