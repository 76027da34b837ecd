import { quantileOf } from '../numeric/index';
import { ownPart } from './ownPart';
import { type Outcomes, type SimulationInput, simulate } from './simulate';
import { type Swing, swingOf } from './swing';

/** A simulated year with what is to be said of it; the draws of single causes are left behind. */
export interface SimulationStudy {
  /** The whole in every draw, rising. */
  total: Float64Array;
  mean: number;
  deviation: number;
  nodes: Outcomes;
  groups: Outcomes;
  /** `reached[n]`: draws in which n groups make their target. */
  reached: Uint32Array;
  /** What each cause does to the total; null where it cannot be told. */
  swings: {
    common: Swing | null;
    region: (Swing | null)[];
    product: (Swing | null)[];
    events: (Swing | null)[];
    /** All centred events together; null where there is none. */
    centred: Swing | null;
    /** The years as they are, against the same years without limits of what people can carry; null where none was met. */
    capped: Swing | null;
    /** What is left to each leaf alone. */
    own: Swing | null;
  };
  /** By event: chance to make the target in years without it; null without target or such years. */
  chanceWithout: (number | null)[];
}

/** Draws the years (`simulate`) and holds every cause against the total, all from the same draws. */
export function studyYear(input: SimulationInput, onProgress?: (done: number, total: number) => void): SimulationStudy {
  const { total, nodes, groups, reached, causes } = simulate(input, onProgress);
  const line = input.nodes.lines[0]?.[0] ?? Number.NaN;
  const target = Number.isNaN(line) ? null : line;
  const swing = (cause: Float64Array): Swing | null => swingOf(total, cause, { target });
  const isCentred = (event: number): boolean => input.events[event].centred === true;
  const events = causes.events.map((cause, i) =>
    isCentred(i) ? null : swingOf(total, cause, { target, event: true }),
  );
  const deals = causes.events.filter((_, i) => isCentred(i));
  const together = deals.length > 0 ? sumOf(deals, total.length) : null;
  const factors = [causes.common, ...causes.region, ...causes.product];
  // Events have rows of their own.
  const happened = sumOf(causes.events, total.length);
  const own = ownPart(
    total.map((amount, d) => amount - happened[d]),
    factors,
  );
  return {
    total: Float64Array.from(total).sort(),
    mean: nodes.mean[0],
    deviation: nodes.deviation[0],
    nodes,
    groups,
    reached,
    swings: {
      common: input.common > 0 ? swing(causes.common) : null,
      region: causes.region.map((cause) => (input.region > 0 ? swing(cause) : null)),
      product: causes.product.map((cause) => (input.product > 0 ? swing(cause) : null)),
      events,
      centred: together && swing(together),
      capped: cappedSwing(total, causes.capped, target),
      own: swing(own),
    },
    chanceWithout: events.map((one) => one?.highChance ?? null),
  };
}

function sumOf(parts: readonly Float64Array[], draws: number): Float64Array {
  const sum = new Float64Array(draws);
  for (const part of parts) for (let d = 0; d < draws; d += 1) if (!Number.isNaN(part[d])) sum[d] += part[d];
  return sum;
}

/** Every year is known with and without its limits, so nothing here is luck. */
function cappedSwing(total: Float64Array, capped: Float64Array, target: number | null): Swing | null {
  const draws = total.length;
  let [sum, lost, made, free] = [0, 0, 0, 0];
  for (let d = 0; d < draws; d += 1) {
    sum += total[d];
    lost -= capped[d];
    if (target !== null && total[d] >= target) made += 1;
    if (target !== null && total[d] - capped[d] >= target) free += 1;
  }
  if (lost === 0) return null;
  return {
    low: sum / draws,
    high: (sum + lost) / draws,
    lowChance: target === null ? null : made / draws,
    highChance: target === null ? null : free / draws,
    noise: 0,
  };
}

/** Places of the quantiles that a summary shows. */
const SUMMARY_SHARES = [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95] as const;

export const summaryOf = (sorted: Float64Array): (number | null)[] =>
  SUMMARY_SHARES.map((share) => quantileOf(sorted, share));
