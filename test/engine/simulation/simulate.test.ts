import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceOf } from '~/engine/challenge';
import { normalQuantile, quantileOf, shareReaching } from '~/engine/numeric';
import { leafShape, NO_FACTOR, type SimulationInput, simulate } from '~/engine/simulation';

const SELLERS = 20;
const Z80 = normalQuantile(0.9);
const column = (count: number, value: number): Float64Array => new Float64Array(count).fill(value);

/** So many alike sellers whose attainment has a median, and an 80 % range, of a lognormal with this mean and CV. */
function sellers(options: { mean?: number; cv?: number; count?: number } = {}): SimulationInput {
  const { mean = 0.95, cv = 0.35, count = SELLERS } = options;
  const sd = Math.sqrt(Math.log(1 + cv * cv));
  const median = mean * 1000 * Math.exp((-sd * sd) / 2);
  return {
    leaves: {
      middle: column(count, median),
      down: column(count, (median * (1 - Math.exp(-sd * Z80))) / Z80),
      up: column(count, (median * (Math.exp(sd * Z80) - 1)) / Z80),
      certain: column(count, 0),
      node: Uint32Array.from({ length: count }, (_, i) => i + 1),
      group: Uint32Array.from({ length: count }, (_, i) => i),
      region: new Uint32Array(count).fill(NO_FACTOR),
      product: new Uint32Array(count).fill(NO_FACTOR),
    },
    nodes: { parent: new Uint32Array(count + 1), lines: [column(count + 1, 1000).fill(count * 1000, 0, 1)] },
    groups: {
      target: column(count, 1000),
      cap: column(count, Number.POSITIVE_INFINITY),
      home: Uint32Array.from({ length: count }, (_, i) => i + 1),
    },
    regions: 0,
    products: 0,
    common: 0,
    region: 0,
    product: 0,
    events: [],
    draws: 40_000,
    seed: 5,
  };
}

const rising = (total: Float64Array): Float64Array => Float64Array.from(total).sort();

/** Quotas are the plan with a cushion: the sellers' sum of attainments × quota reaches the plan. */
function chancesByCushion(common: number, mean = 0.95): number[] {
  const total = rising(simulate({ ...sellers({ mean }), common }).total);
  return [0, 0.05, 0.1, 0.2].map((cushion) => shareReaching(total, (SELLERS * 1000) / (1 + cushion)) ?? Number.NaN);
}

const expectNear = (found: number[], wanted: number[], points: number): void => {
  found.forEach((chance, i) => {
    expect(Math.abs(chance * 100 - wanted[i]), `${found.map((c) => Math.round(c * 1000) / 10)}`).toBeLessThanOrEqual(
      points,
    );
  });
};

describe('the figures of allocation.md §4.6: 20 sellers, mean attainment 95 %, CV 0.35', () => {
  it('independent sellers make the plan in 24, 47, 70 and 95 % of years at a cushion of 0, 5, 10 and 20 %', () => {
    expectNear(chancesByCushion(0), [24, 47, 70, 95], 2);
  });
  it('a shared market of log-sd 0.10 makes that 32, 46, 62 and 83 %', () => {
    expectNear(chancesByCushion(0.1), [32, 46, 62, 83], 2);
  });
  it('a shared market of log-sd 0.15 makes that 34, 47, 57 and 75 %', () => {
    expectNear(chancesByCushion(0.15), [34, 47, 57, 75], 2);
  });
  it('at a mean of 85 % it is 2, 6, 17 and 58 %', () => {
    expectNear(chancesByCushion(0, 0.85), [2, 6, 17, 58], 2);
  });
  it('only 26 to 37 % of the sellers reach quota meanwhile, as skew alone does it', () => {
    const made = simulate(sellers());
    const mean = made.reached.reduce((sum, draws, count) => sum + draws * count, 0) / made.draws / SELLERS;
    expect(mean).toBeGreaterThan(0.34);
    expect(mean).toBeLessThan(0.4);
  });
});

describe('a simulated year', () => {
  it('adds variances where nothing is shared', () => {
    const { nodes } = simulate(sellers());
    const leaf = nodes.deviation[1];
    expect(nodes.deviation[0] / (leaf * Math.sqrt(SELLERS))).toBeCloseTo(1, 1);
  });

  it('moves all leaves in step where nothing but the common factor is left', () => {
    const { nodes, groups } = simulate({ ...sellers(), common: 9 });
    expect(nodes.deviation[0] / (nodes.deviation[1] * SELLERS)).toBeCloseTo(1, 9);
    expect(groups.chance[0][0]).toBe(nodes.chance[0][0]);
  });

  it('reaches the middle of a leaf every second time, and either end of its 80 % range as foretold', () => {
    for (const [down, up] of [
      [100, 300],
      [300, 100],
      [200, 200],
    ]) {
      const input = sellers({ count: 3 });
      input.leaves.middle.fill(5000);
      input.leaves.down.fill(down);
      input.leaves.up.fill(up);
      const lines = [5000, 5000 - down * Z80, 5000 + up * Z80];
      input.nodes.lines = lines.map((amount) => column(4, amount));
      const { chance } = simulate({ ...input, common: 0.02 }).nodes;
      expect(chance[0][1]).toBeCloseTo(0.5, 2);
      expect(chance[1][2]).toBeCloseTo(0.9, 2);
      expect(chance[2][3]).toBeCloseTo(0.1, 2);
    }
  });

  it('has the mean of a lognormal with the same range, to a hundredth of its spread', () => {
    const input = sellers();
    const { mean } = simulate(input).nodes;
    expect(mean[0] / (950 * SELLERS)).toBeCloseTo(1, 2);
    const { surplus } = leafShape(input.leaves.down[0], input.leaves.up[0]);
    expect((input.leaves.middle[0] + surplus) / 950).toBeCloseTo(1, 2);
    expect(leafShape(300, 100).surplus).toBe(-leafShape(100, 300).surplus);
  });

  it('keeps the range every leaf was foretold with, whatever is shared', () => {
    fc.assert(
      fc.property(
        fc.record({
          common: fc.double({ min: 0, max: 0.5, noNaN: true }),
          region: fc.double({ min: 0, max: 0.5, noNaN: true }),
          product: fc.double({ min: 0, max: 0.5, noNaN: true }),
          target: fc.double({ min: 500, max: 1500, noNaN: true }),
          seed: fc.integer(),
        }),
        ({ target, ...sizes }) => {
          const input = sellers({ count: 4 });
          input.leaves.region = Uint32Array.of(0, 0, 1, 1);
          input.leaves.product = Uint32Array.of(0, 1, 0, 1);
          input.nodes.lines = [column(5, target)];
          const made = simulate({ ...input, regions: 2, products: 2, ...sizes, draws: 8_000 });
          const { middle, down, up } = input.leaves;
          const alone = chanceOf({ middle: middle[0], down: down[0], up: up[0] }, target);
          for (let leaf = 1; leaf <= 4; leaf += 1)
            expect(Math.abs(made.nodes.chance[0][leaf] - alone)).toBeLessThan(0.03);
        },
      ),
      { seed: 4, numRuns: 25 },
    );
  });

  it('gives the same bytes for the same seed, and others for another', () => {
    const input = { ...sellers(), common: 0.1, draws: 3_000 };
    const [a, b] = [simulate(input), simulate(input)];
    expect(Buffer.from(a.total.buffer).equals(Buffer.from(b.total.buffer))).toBe(true);
    expect(a.nodes).toEqual(b.nodes);
    expect(Array.from(simulate({ ...input, seed: 6 }).total.slice(0, 5))).not.toEqual(Array.from(a.total.slice(0, 5)));
  });

  it('is less likely to reach more', () => {
    const total = rising(simulate({ ...sellers(), common: 0.1, draws: 5_000 }).total);
    let before = 1;
    for (let amount = 0; amount < 40_000; amount += 250) {
      const chance = shareReaching(total, amount) ?? Number.NaN;
      expect(chance).toBeLessThanOrEqual(before);
      before = chance;
    }
    expect(shareReaching(total, total[0])).toBe(1);
    expect(shareReaching(total, total[total.length - 1] + 1)).toBe(0);
    expect(quantileOf(total, 0.1) ?? 0).toBeLessThan(quantileOf(total, 0.9) ?? 0);
  });

  it('leaves what has come as it is: a leaf that is over has one outcome', () => {
    const input = sellers({ count: 2 });
    input.leaves.middle.fill(700);
    input.leaves.certain.fill(700);
    input.leaves.down.fill(0);
    input.leaves.up.fill(0);
    const made = simulate({ ...input, common: 0.3, draws: 200 });
    expect(new Set(made.total)).toEqual(new Set([1400]));
    expect(made.nodes.chance[0][1]).toBe(0);
    expect(made.nodes.shortfall[1]).toBe(300);
  });

  it('never takes back what has come', () => {
    const input = sellers();
    input.leaves.certain.fill(800);
    const made = simulate({ ...input, draws: 4_000 });
    expect(Math.min(...made.total)).toBeGreaterThanOrEqual(800 * SELLERS);
  });

  it('answers one total of nothing where there is no leaf', () => {
    const made = simulate({ ...sellers({ count: 0 }), draws: 10 });
    expect(Array.from(made.total)).toEqual(new Array(10).fill(0));
    expect(made.reached[0]).toBe(10);
  });

  it('has no chance where there is no line, and counts draws that just reach it', () => {
    const input = sellers({ count: 1 });
    input.leaves.down.fill(0);
    input.leaves.up.fill(0);
    input.leaves.middle.fill(1000);
    input.nodes.lines = [Float64Array.of(Number.NaN, 1000)];
    const made = simulate({ ...input, draws: 50 });
    expect(made.nodes.chance[0][0]).toBeNaN();
    expect(made.nodes.chance[0][1]).toBe(1);
  });

  it('refuses to draw nothing', () => {
    expect(() => simulate({ ...sellers(), draws: 0 })).toThrow(RangeError);
    expect(() => simulate({ ...sellers(), draws: 1.5 })).toThrow(RangeError);
  });

  it('tells how far it is, to the last draw', () => {
    const told: number[] = [];
    simulate({ ...sellers(), draws: 2_000 }, (done) => told.push(done));
    expect(told.at(-1)).toBe(2_000);
    expect(told).toEqual([...told].sort((a, b) => a - b));
  });
});
