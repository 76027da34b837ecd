import { describe, expect, test } from 'vitest';
import type { ForecastEvent } from '~/domain/forecast';
import { forecastSeries } from '~/engine/forecast';
import { eventsAt } from '~/plan/forecast/eventsAt';
import { foretellNode, nodeSeries, seriesOnly } from '~/plan/forecast/foretellNode';
import { nodeEvents } from '~/plan/forecast/nodeEvents';
import { forecastRequest } from '~/plan/views/forecastRequest';
import { createSmallPlan } from '../support/smallPlan';

const OPTIONS = { period: 12, levels: [0.8, 0.95], seed: 1, origins: 0 };
const MARCH = (2026 - 1970) * 12 + 2;

function marked(...events: Partial<ForecastEvent>[]) {
  const small = createSmallPlan();
  const full = events.map(
    (event): ForecastEvent => ({
      id: '',
      kind: 'outlier',
      at: {},
      title: 'event',
      from: '2026-03',
      to: '2026-03',
      decision: 'adjust',
      lift: null,
      ...event,
    }),
  );
  small.run({ name: 'forecast/setEvents', events: full });
  return small;
}

const seriesAt = (small: ReturnType<typeof createSmallPlan>, names: Record<string, string>) => {
  const request = forecastRequest(small.document, small.plan, { at: small.at(names) });
  if (!request.ok) throw new Error(JSON.stringify(request.issues));
  return nodeSeries(request.value);
};

describe('marks of a node', () => {
  test('reach everything below it, and nothing above or beside it', () => {
    const { at: place } = createSmallPlan();
    const small = marked({ at: place({ region: 'North' }) });
    const { document, plan, at } = small;
    const touched = (names: Record<string, string>) => eventsAt(document, plan, at(names)).length;
    expect(touched({ region: 'North' })).toBe(1);
    expect(touched({ region: 'North', seller: 'Ann' })).toBe(1);
    expect(touched({ region: 'South' })).toBe(0);
    expect(touched({})).toBe(0);
    expect(touched({ seller: 'Ann' })).toBe(0);
  });

  test('a node’s own word stands above one from the node that holds it, whichever came first', () => {
    const { at: place } = createSmallPlan();
    const own = { at: place({ region: 'North' }), decision: 'keep' as const };
    for (const events of [
      [{}, own],
      [own, {}],
    ]) {
      const { document, plan, at } = marked(...events);
      expect(nodeEvents(document, plan, at({ region: 'North' }))).toMatchObject({ leftOut: [], real: [MARCH] });
      expect(nodeEvents(document, plan, at({ region: 'South' }))).toMatchObject({ leftOut: [MARCH], real: [] });
    }
  });

  test('a promotion reaches over all its months; one that is said to do nothing is not told', () => {
    const promotion = { kind: 'promotion' as const, to: '2026-05', lift: 0.2 };
    const { document, plan } = marked(promotion, { ...promotion, decision: 'keep', from: '2025-01' });
    expect(nodeEvents(document, plan, {}).promotions).toMatchObject([{ from: MARCH, to: MARCH + 2, lift: 0.2 }]);
  });
});

describe('the forecast of a node', () => {
  test('is byte for byte that of its history alone where nothing was said of it', () => {
    const series = seriesAt(createSmallPlan(), {});
    const plain = forecastSeries(series.history, { ...OPTIONS, horizon: series.horizon });
    expect(seriesOnly(foretellNode(series, OPTIONS))).toEqual(plain);
  });

  test('forgets a month that was left out, whatever stood there', () => {
    const small = marked({});
    const series = seriesAt(small, {});
    const spoilt = { ...series, history: series.history.slice() };
    spoilt.history[MARCH - series.fromMonth] = 1e9;
    expect([...foretellNode(spoilt, OPTIONS).mean]).toEqual([...foretellNode(series, OPTIONS).mean]);
  });

  test('follows those it is like where it has no history, as large as it was said to be', () => {
    const small = createSmallPlan();
    const { document, plan, at } = small;
    const place = { at: at({ region: 'North', customer: 'Cedar' }) };
    expect(forecastRequest(document, plan, place).ok).toBe(false);
    const member = at({ customer: 'Cedar' }).customer;
    const like = [at({ customer: 'Acme' }).customer];
    const analogue = { id: '', dimension: 'customer', member, like, scale: 2 };
    small.run({ name: 'forecast/setAnalogue', analogue });
    const request = forecastRequest(document, plan, place);
    if (!request.ok) throw new Error('refused');
    const { mean, intervals } = foretellNode(nodeSeries(request.value), OPTIONS);
    // Acme buys for 1,000 every month.
    expect(mean[0]).toBeGreaterThan(1500);
    expect(mean[0]).toBeLessThan(2500);
    for (const { lower, upper } of intervals) {
      mean.forEach((middle, h) => {
        expect(lower[h]).toBeLessThanOrEqual(middle);
        expect(upper[h]).toBeGreaterThanOrEqual(middle);
      });
    }
  });
});
