import { type BitStream, bitStream } from './bitStream';
import { type DrawnEvent, drawEvent, type SimulationEvent } from './drawEvent';
import { drawFactor } from './drawFactor';
import { drawLeaf } from './drawLeaf';
import { leafFactors, NO_FACTOR } from './leafFactors';
import { leafShape } from './leafShape';
import { normalTable } from './normalTable';
import { countOutcomes, createTally, type Tally } from './tally';

/** What each leaf may come to, in columns. Minor units. */
export interface SimulatedLeaves {
  /** As likely above as below, and the standard deviation of either half (its 80 % range ÷ 1.28). */
  middle: Float64Array;
  down: Float64Array;
  up: Float64Array;
  /** What has come already and cannot change. */
  certain: Float64Array;
  /** The deepest node of the tree it lies under. */
  node: Uint32Array;
  /** Whom it counts for (a seller), its region and its product; NO_FACTOR = none. */
  group: Uint32Array;
  region: Uint32Array;
  product: Uint32Array;
}

export interface SimulationInput {
  leaves: SimulatedLeaves;
  /** Node 0 is the whole; parents come before their children. `lines[line][node]` are targets, NaN = none; the first is *the* target. */
  nodes: { parent: Uint32Array; lines: Float64Array[] };
  /** `cap`: the most a group can bring, Infinity = no limit; what is above is taken from `home`, the node that holds all of it. */
  groups: { target: Float64Array; cap: Float64Array; home: Uint32Array };
  regions: number;
  products: number;
  /** Log standard deviations of the factors. */
  common: number;
  region: number;
  product: number;
  events: SimulationEvent[];
  draws: number;
  seed: number;
}

export interface Simulation {
  draws: number;
  /** The whole in every draw, in the order drawn. */
  total: Float64Array;
  nodes: Outcomes;
  groups: Outcomes;
  /** `reached[n]`: draws in which n groups make their target. */
  reached: Uint32Array;
  /** What moved the draws: to be held against the total by `swingOf`. */
  causes: {
    common: Float64Array;
    region: Float64Array[];
    product: Float64Array[];
    events: DrawnEvent[];
    capped: Float64Array;
  };
}

/** By node or group; chances 0 … 1, NaN where there is no line. */
export interface Outcomes {
  chance: Float64Array[];
  mean: Float64Array;
  deviation: Float64Array;
  /** What is missing to the first line on average, draws that make it counting as 0. */
  shortfall: Float64Array;
}

/** Draws of a block; smaller where nodes are many, so that a block stays within a few megabytes. */
const BLOCK = 512;
const BLOCK_CELLS = 1 << 20;
/** Streams of factors, apart from those of leaves (numbers from 0) and of events (their keys). */
const STREAM = { common: -2, region: -1_000, product: -2_000_000, leaf: 0x4000_0000 } as const;

/**
 * How a year may come out: outcomes of all leaves are drawn together, `draws` times, and added up the tree, so that every node
 * gets its chance to make each line. A leaf keeps its own foretold range; what it shares with others (a factor of all, one of
 * its region, one of its product) makes good and bad years come together. Independent leaves: variances add; nothing but the
 * common factor: all move in step. Events come on top, then caps of groups hold. Amounts in minor units, not rounded: they are
 * judged, not stored. The same input and seed give the same bytes; a leaf, factor or event has a stream of its own, so a
 * change of one leaves the draws of the others as they were. No leaves: the total is what the events bring. Margins
 * through the middle and the 80 % range (`leafShape`), joined by a Gaussian copula; the need for a common factor: allocation.md §4.6. `onProgress` hears of draws done.
 */
export function simulate(input: SimulationInput, onProgress?: (done: number, total: number) => void): Simulation {
  const { draws, seed, leaves, nodes, groups } = input;
  if (!Number.isInteger(draws) || draws < 1) throw new RangeError(`simulate: ${draws} draws`);
  const table = normalTable();
  const causes: Simulation['causes'] = {
    common: drawFactor(bitStream(seed, STREAM.common), table, draws),
    region: factorsOf(input.regions, (r) => drawFactor(bitStream(seed, STREAM.region - r), table, draws)),
    product: factorsOf(input.products, (p) => drawFactor(bitStream(seed, STREAM.product - p), table, draws)),
    events: input.events.map((event) => drawEvent(event, seed, draws)),
    capped: new Float64Array(draws),
  };
  const nodeCount = nodes.parent.length;
  const groupCount = groups.target.length;
  const shapes = factorsOf(leaves.middle.length, (i) => leafShape(leaves.down[i], leaves.up[i]));
  const slope = Float64Array.from(shapes, (shape) => shape.slope);
  const shares = leafFactors({ ...leaves, slope }, input);
  const streams = factorsOf(leaves.middle.length, (i): BitStream => bitStream(seed, STREAM.leaf + i));
  const hits = eventsByLeaf(input.events, leaves.middle.length);
  const block = Math.max(32, Math.min(BLOCK, Math.floor(BLOCK_CELLS / Math.max(1, nodeCount + groupCount)) & ~1));
  const sums = new Float64Array(nodeCount * block);
  const groupSums = new Float64Array(groupCount * block);
  const out = new Float64Array(block);
  const ofNodes = createTally(nodeCount, nodes.lines);
  const ofGroups = createTally(groupCount, [groups.target]);
  const total = new Float64Array(draws);
  const reached = new Uint32Array(groupCount + 1);

  for (let first = 0; first < draws; first += block) {
    const count = Math.min(block, draws - first);
    sums.fill(0);
    groupSums.fill(0);
    for (let i = 0; i < leaves.middle.length; i += 1) {
      const region = leaves.region[i];
      const product = leaves.product[i];
      drawLeaf(
        {
          first,
          count,
          middle: leaves.middle[i],
          width: shapes[i].width,
          bend: shapes[i].bend,
          least: Math.min(leaves.certain[i], leaves.middle[i]),
          common: shares.common[i],
          region: shares.region[i],
          product: shares.product[i],
          own: shares.own[i],
          stream: streams[i],
        },
        {
          common: causes.common,
          region: region === NO_FACTOR ? null : causes.region[region],
          product: product === NO_FACTOR ? null : causes.product[product],
          table,
        },
        out,
      );
      for (const { event, share } of hits[i] ?? []) addEvent(causes.events[event], { share, first, count, out });
      addTo(sums, leaves.node[i] * block, { out, count });
      const group = leaves.group[i];
      if (group !== NO_FACTOR) addTo(groupSums, group * block, { out, count });
    }
    for (let g = 0; g < groupCount; g += 1) {
      capGroup(groups, g, { groupSums, sums, capped: causes.capped, first, count, block });
      countOutcomes(ofGroups, g, { outcomes: groupSums, from: g * block, count });
    }
    countReached(groups.target, groupSums, { reached, count, block });
    for (let node = nodeCount - 1; node >= 0; node -= 1) {
      countOutcomes(ofNodes, node, { outcomes: sums, from: node * block, count });
      if (node > 0) addRow(sums, { to: nodes.parent[node] * block, from: node * block, count });
    }
    total.set(sums.subarray(0, count), first);
    onProgress?.(first + count, draws);
  }
  return { draws, total, nodes: outcomesOf(ofNodes, draws), groups: outcomesOf(ofGroups, draws), reached, causes };
}

const factorsOf = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

interface Hit {
  event: number;
  share: number;
}

function eventsByLeaf(events: readonly SimulationEvent[], leaves: number): (Hit[] | undefined)[] {
  const hits: (Hit[] | undefined)[] = new Array(leaves);
  events.forEach(({ leaves: own, shares }, event) => {
    own.forEach((leaf, i) => {
      const list = hits[leaf] ?? [];
      list.push({ event, share: shares[i] });
      hits[leaf] = list;
    });
  });
  return hits;
}

function addEvent(
  drawn: DrawnEvent,
  { share, first, count, out }: { share: number; first: number; count: number; out: Float64Array },
): void {
  for (let d = 0; d < count; d += 1) {
    const amount = drawn[first + d];
    if (!Number.isNaN(amount)) out[d] += share * amount;
  }
}

function addTo(sums: Float64Array, at: number, { out, count }: { out: Float64Array; count: number }): void {
  for (let d = 0; d < count; d += 1) sums[at + d] += out[d];
}

function addRow(sums: Float64Array, { to, from, count }: { to: number; from: number; count: number }): void {
  for (let d = 0; d < count; d += 1) sums[to + d] += sums[from + d];
}

function capGroup(
  groups: SimulationInput['groups'],
  group: number,
  at: {
    groupSums: Float64Array;
    sums: Float64Array;
    capped: Float64Array;
    first: number;
    count: number;
    block: number;
  },
): void {
  const cap = groups.cap[group];
  if (cap === Number.POSITIVE_INFINITY) return;
  const own = group * at.block;
  const home = groups.home[group] * at.block;
  for (let d = 0; d < at.count; d += 1) {
    const above = at.groupSums[own + d] - cap;
    if (above <= 0) continue;
    at.groupSums[own + d] = cap;
    at.sums[home + d] -= above;
    at.capped[at.first + d] -= above;
  }
}

function countReached(
  target: Float64Array,
  groupSums: Float64Array,
  { reached, count, block }: { reached: Uint32Array; count: number; block: number },
): void {
  for (let d = 0; d < count; d += 1) {
    let made = 0;
    for (let g = 0; g < target.length; g += 1) if (groupSums[g * block + d] >= target[g]) made += 1;
    reached[made] += 1;
  }
}

function outcomesOf(tally: Tally, draws: number): Outcomes {
  const mean = tally.sum.map((sum) => sum / draws);
  return {
    chance: tally.lines.map((amounts, line) =>
      amounts.map((amount, node) => (Number.isNaN(amount) ? Number.NaN : tally.made[line][node] / draws)),
    ),
    mean,
    deviation: tally.squares.map((squares, node) => Math.sqrt(Math.max(0, squares / draws - mean[node] ** 2))),
    shortfall: tally.missing.map((missing) => missing / draws),
  };
}
