import { describe, expect, it } from 'vitest';
import {
  NO_FACTOR,
  type SimulationEvent,
  type SimulationInput,
  simulate,
  studyYear,
  swingOf,
} from '~/engine/simulation';

const NEVER = Number.POSITIVE_INFINITY;

/** Two sellers under one whole: 1,000 each, the second uncertain by `spread`. */
function pair(events: SimulationEvent[], options: { spread?: number; cap?: number } = {}): SimulationInput {
  const { spread = 0, cap = NEVER } = options;
  return {
    leaves: {
      middle: Float64Array.of(1000, 1000),
      down: Float64Array.of(0, spread),
      up: Float64Array.of(0, spread),
      certain: Float64Array.of(0, 0),
      node: Uint32Array.of(1, 2),
      group: Uint32Array.of(0, 1),
      region: Uint32Array.of(NO_FACTOR, NO_FACTOR),
      product: Uint32Array.of(NO_FACTOR, NO_FACTOR),
    },
    nodes: { parent: Uint32Array.of(0, 0, 0), lines: [Float64Array.of(2000, 1000, 1000)] },
    groups: { target: Float64Array.of(1000, 1000), cap: Float64Array.of(NEVER, cap), home: Uint32Array.of(1, 2) },
    regions: 0,
    products: 0,
    common: 0,
    region: 0,
    product: 0,
    events,
    draws: 20_000,
    seed: 3,
  };
}

const event = (own: Partial<SimulationEvent>): SimulationEvent => ({
  key: 1,
  chance: 0.3,
  low: -300,
  likely: -200,
  high: -100,
  leaves: Uint32Array.of(0),
  shares: Float64Array.of(1),
  ...own,
});

describe('events of a simulated year', () => {
  it('cost their chance times the mean of their triangle, at their leaf and above it, nowhere else', () => {
    const made = simulate(pair([event({})]));
    expect(made.nodes.mean[1] / 1000).toBeCloseTo(1 - 0.3 * 0.2, 2);
    expect(made.nodes.mean[0]).toBeCloseTo(made.nodes.mean[1] + 1000, 6);
    expect(made.nodes.mean[2]).toBe(1000);
    expect(made.nodes.chance[0][0]).toBeCloseTo(0.7, 2);
  });

  it('always or never happen at a chance of 1 or 0', () => {
    expect(simulate(pair([event({ chance: 1, low: -50, likely: -50, high: -50 })])).total).toEqual(
      new Float64Array(20_000).fill(1950),
    );
    expect(simulate(pair([event({ chance: 0 })])).total).toEqual(new Float64Array(20_000).fill(2000));
  });

  it('stay within their triangle, whose mean they have', () => {
    const { causes } = simulate(pair([event({ chance: 1, low: 0, likely: 30, high: 300 })]));
    const drawn = causes.events[0];
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...drawn)).toBeLessThanOrEqual(300);
    expect(drawn.reduce((sum, x) => sum + x, 0) / drawn.length).toBeCloseTo(110, -1);
  });

  it('fall on several leaves by their shares', () => {
    const made = simulate(
      pair([
        event({
          chance: 1,
          low: -100,
          likely: -100,
          high: -100,
          leaves: Uint32Array.of(0, 1),
          shares: Float64Array.of(0.25, 0.75),
        }),
      ]),
    );
    expect([made.nodes.mean[1], made.nodes.mean[2]]).toEqual([975, 925]);
  });

  it('change no draw of anything else when one is added', () => {
    const one = event({ key: 1 });
    const two = event({ key: 2, leaves: Uint32Array.of(1) });
    const [before, after] = [simulate(pair([one], { spread: 90 })), simulate(pair([two, one], { spread: 90 }))];
    expect(after.causes.events[1]).toEqual(before.causes.events[0]);
    expect(after.nodes.mean[1]).toBe(before.nodes.mean[1]);
  });
});

describe('what a group can carry', () => {
  it('is the most that comes of it, and what is above is missing at every node that holds it', () => {
    const free = simulate(pair([], { spread: 100 }));
    const capped = simulate(pair([], { spread: 100, cap: 1050 }));
    expect(Math.max(...capped.total)).toBeLessThanOrEqual(2050);
    expect(Math.max(...free.total)).toBeGreaterThan(2200);
    const lost = capped.causes.capped.reduce((sum, amount) => sum - amount, 0) / capped.draws;
    expect(free.nodes.mean[0] - capped.nodes.mean[0]).toBeCloseTo(lost, 6);
    expect(free.nodes.mean[2] - capped.nodes.mean[2]).toBeCloseTo(lost, 6);
    expect(capped.groups.mean[1]).toBeCloseTo(capped.nodes.mean[2], 6);
  });
});

describe('what stands for itself', () => {
  it('leaves events out: a leaf’s own luck is the same with a risk and without', () => {
    const alone = studyYear(pair([], { spread: 100 })).swings.own;
    const risky = studyYear(pair([event({ low: -900, likely: -900, high: -900 })], { spread: 100 })).swings.own;
    const width = (swing: typeof alone) => (swing?.high ?? 0) - (swing?.low ?? 0);
    expect(width(risky) / width(alone)).toBeCloseTo(1, 1);
  });

  it('a centred event moves no mean, only how far years lie apart', () => {
    const deal = event({ chance: 0.4, low: 500, likely: 500, high: 500, centred: true });
    const { mean, deviation, swings, chanceWithout } = studyYear(pair([deal]));
    expect(mean / 2000).toBeCloseTo(1, 2);
    expect(deviation / (500 * Math.sqrt(0.24))).toBeCloseTo(1, 1);
    expect(swings.centred?.high ?? 0).toBeGreaterThan(swings.centred?.low ?? 0);
    expect([swings.events[0], chanceWithout[0]]).toEqual([null, null]);
  });
});

describe('the value of capacity', () => {
  it('is the same years without their limits', () => {
    const free = studyYear(pair([], { spread: 100 }));
    const { swings, mean } = studyYear(pair([], { spread: 100, cap: 1050 }));
    expect(free.swings.capped).toBeNull();
    expect(swings.capped?.low).toBeCloseTo(mean, 6);
    expect(swings.capped?.high).toBeCloseTo(free.mean, 6);
    expect(swings.capped?.highChance).toBeCloseTo(free.nodes.chance[0][0], 9);
  });
});

describe('what matters', () => {
  it('an event swings the total by what it brings', () => {
    const made = simulate(pair([event({ low: -200, likely: -200, high: -200 })], { spread: 10 }));
    const swing = swingOf(made.total, made.causes.events[0], { target: 1950, event: true });
    expect((swing?.low ?? 0) - (swing?.high ?? 0)).toBeCloseTo(-200, 0);
    expect(swing?.lowChance).toBe(0);
    expect(swing?.highChance ?? 0).toBeGreaterThan(0.99);
  });

  it('a factor swings the total by what it moves between its worst and best fifth, others are luck', () => {
    const input = pair([], { spread: 100 });
    input.regions = 2;
    input.region = 0.05;
    input.leaves.region = Uint32Array.of(1, 0);
    const made = simulate(input);
    // 0.05 of 1,000 by leaf 2 in region 0; the mean of the outer fifth of a normal lies at 1.4 deviations.
    const [own, none] = made.causes.region.map((cause) => swingOf(made.total, cause, { target: 2000 }));
    expect(((own?.high ?? 0) - (own?.low ?? 0)) / (2 * 1.4 * 50)).toBeCloseTo(1, 1);
    expect(Math.abs((none?.high ?? 0) - (none?.low ?? 0))).toBeLessThan(none?.noise ?? 0);
    expect(own?.highChance ?? 0).toBeGreaterThan(own?.lowChance ?? 1);
  });

  it('says nothing of a cause that never varies or an event that always happens', () => {
    const total = Float64Array.of(1, 2, 3, 4, 5, 6);
    expect(swingOf(total, new Float64Array(6), { target: 3 })).toBeNull();
    expect(swingOf(total, new Float64Array(6).fill(1), { target: 3, event: true })).toBeNull();
    expect(swingOf(total.subarray(0, 3), total.subarray(0, 3), { target: 3 })).toBeNull();
  });
});
