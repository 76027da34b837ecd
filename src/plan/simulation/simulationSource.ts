import type { DimensionId, MemberCode } from '~/domain/dimension';
import { type Issue, issue } from '~/domain/issue';
import type { NodeOutlook } from '~/domain/outlook';
import type { Day } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import type { SimulatedRule } from '~/domain/simulationView';
import type { ViewLevel } from '~/engine/cube/index';
import { NO_FACTOR, type SimulationInput } from '~/engine/simulation/index';
import type { OpenPlan, PlanDocument } from '../document';
import { mainLevels } from '../mainLevels';
import { atKey } from './atKey';
import { dealEvents, withoutDeals } from './dealEvents';
import { homesOf, type LeafGroups, leafGroups, noGroups } from './leafGroups';
import { drawnDepth, ENOUGH_MONTHS, type LeafOutlooks, leafOutlooks } from './leafOutlooks';
import { nodeLines, yearGoals } from './nodeLines';
import { type RiskEvent, riskEvents } from './riskEvents';
import { sellerCaps } from './sellerCaps';
import { simulationRule } from './simulationRule';
import { treeDownTo, type YearTree } from './yearTree';

/** Everything a run is made from, and what its results are to be named by. */
export interface SimulationSource {
  input: SimulationInput;
  tree: YearTree;
  whole: Plan;
  year: Plan;
  asOf: Day | null;
  rule: SimulatedRule;
  lines: Float64Array[];
  outlooks: readonly NodeOutlook[];
  /** Whose reaching of the target is counted; `dimension` '' = nobody's. */
  who: { dimension: DimensionId | ''; codes: MemberCode[] };
  regions: MemberCode[];
  products: MemberCode[];
  risks: RiskEvent[];
  issues: Issue[];
}

/**
 * The year of the open plan as something to be drawn. Leaves are the nodes of the main view at the deepest level where histories
 * suffice; they share the factor of all, of their region and of their product where these stand above them. What is sold
 * outside the planned lines counts for the whole. Sellers are counted, else the last dimension drawn. Refused
 * where not even the whole has a forecast.
 */
export function simulationSource(
  document: PlanDocument,
  open: OpenPlan,
  scene: {
    whole: Plan;
    year: Plan;
    tree: YearTree;
    /** By node of the tree. */
    outlooks: readonly NodeOutlook[];
    asOf: Day | null;
    today: Day;
  },
): Result<SimulationSource> {
  const { whole, year, outlooks, asOf } = scene;
  if (!outlooks[0].year) return fail(issue('simulation/noForecast'));
  const targets = nodeLines(document, open, scene)[0];
  const depth = drawnDepth(scene.tree.view, outlooks, targets);
  const tree = treeDownTo(document, open, { plan: whole, tree: scene.tree, depth });
  const { view } = tree;
  const lines = nodeLines(document, open, { whole, year, tree });
  const deals = dealEvents(document, open, { whole, year, view, today: scene.today });
  const leaves = withoutDeals(leafOutlooks(view, outlooks, lines[0]), deals);
  const rule = simulationRule(document, whole.id);
  const { risks, issues } = riskEvents(document, open, { whole, year, asOf, view });
  const regions = factorGroups(tree, 'region');
  const products = factorGroups(tree, 'product');
  const dimension = view.levels.some((level) => level.dimension === 'seller')
    ? 'seller'
    : (view.levels.at(-1)?.dimension ?? '');
  const groups = peopleOf(document, { tree, whole, year, targets: lines[0], dimension });
  const caps = capsOf(document, { tree, groups, leaves, rule, whole, dimension, today: scene.today });
  return ok({
    input: {
      leaves: columnsOf(tree, leaves, { groups: groups.of, regions: regions.of, products: products.of }),
      nodes: { parent: Uint32Array.from(view.parent, (parent, node) => (node === 0 ? 0 : parent)), lines },
      groups: { target: groups.target, cap: caps, home: homesOf(view, groups) },
      regions: regions.codes.length,
      products: products.codes.length,
      common: rule.common,
      region: rule.region,
      product: rule.product,
      events: [...risks.flatMap(({ event }) => (event ? [event] : [])), ...deals],
      draws: rule.draws,
      seed: rule.seed,
    },
    tree,
    whole,
    year,
    asOf,
    rule,
    lines,
    outlooks,
    who: { dimension, codes: groups.codes },
    regions: regions.codes,
    products: products.codes,
    risks,
    issues: [
      ...(Number.isNaN(lines[0][0]) ? [issue('simulation/noTarget')] : []),
      ...(outlooks[0].months < ENOUGH_MONTHS ? [issue('simulation/short', { count: outlooks[0].months })] : []),
      ...(leaves.thin > 0 ? [issue('simulation/thin', { count: leaves.thin })] : []),
      ...(leaves.silent > 0 ? [issue('simulation/silent', { count: leaves.silent })] : []),
      ...issues,
    ],
  });
}

/** The leaves with their places; the last one, outside the planned lines, is of the whole alone and shares nothing. */
function columnsOf(
  { view }: YearTree,
  { middle, down, up, certain }: LeafOutlooks,
  by: { groups: Uint32Array; regions: Uint32Array; products: Uint32Array },
): SimulationInput['leaves'] {
  const none = (groups: Uint32Array): Uint32Array => Uint32Array.of(...groups, NO_FACTOR);
  const node = Uint32Array.from(middle, (_, leaf) => (leaf < view.cells ? view.firstLeaf + leaf : 0));
  return {
    ...{ middle, down, up, certain, node },
    group: none(by.groups),
    region: none(by.regions),
    product: none(by.products),
  };
}

/** The top members of a dimension that stands in the tree: each has a factor of its own. */
function factorGroups({ view }: YearTree, dimension: DimensionId): LeafGroups {
  const level = view.levels.findIndex((one) => one.dimension === dimension);
  return level < 0 ? noGroups(view.cells) : leafGroups(view, level);
}

interface People extends LeafGroups {
  target: Float64Array;
}

/** The members of a dimension that have a target in the year: their own goal where one was set, else the sum of their leaves. */
function peopleOf(
  document: PlanDocument,
  scene: { tree: YearTree; whole: Plan; year: Plan; targets: Float64Array; dimension: DimensionId | '' },
): People {
  const { view } = scene.tree;
  const level = lastLevel(scene.tree, scene.dimension);
  if (level < 0) return { ...noGroups(view.cells), target: new Float64Array() };
  const all = leafGroups(view, level);
  const sums = new Float64Array(all.codes.length);
  all.of.forEach((group, cell) => {
    const amount = scene.targets[view.firstLeaf + cell];
    if (group !== NO_FACTOR && amount > 0) sums[group] += amount;
  });
  const goals = yearGoals(document, scene.whole, scene.year);
  const target = sums.map((sum, group) => goals.get(atKey({ [scene.dimension]: all.codes[group] })) ?? sum);
  const kept = Uint32Array.from(target.keys()).filter((group) => target[group] > 0);
  const placeOf = new Map(Array.from(kept, (group, place) => [group, place]));
  return {
    of: all.of.map((group) => placeOf.get(group) ?? NO_FACTOR),
    codes: Array.from(kept, (group) => all.codes[group]),
    target: Float64Array.from(kept, (group) => target[group]),
  };
}

const lastLevel = ({ view }: YearTree, dimension: DimensionId | ''): number =>
  view.levels.findLastIndex((level) => level.dimension === dimension);

/** What each seller can carry, never below what has come; Infinity where nobody knows or it is not to count. */
function capsOf(
  document: PlanDocument,
  scene: {
    tree: YearTree;
    groups: People;
    leaves: LeafOutlooks;
    rule: SimulatedRule;
    whole: Plan;
    dimension: DimensionId | '';
    today: Day;
  },
): Float64Array {
  const { groups, leaves, rule, whole, dimension } = scene;
  const none = new Float64Array(groups.codes.length).fill(Number.POSITIVE_INFINITY);
  if (!rule.capacity || dimension !== 'seller' || !isWhole(document, scene.tree, whole)) return none;
  const caps = sellerCaps(document, whole, scene.today);
  const came = new Float64Array(none.length);
  groups.of.forEach((group, cell) => {
    if (group !== NO_FACTOR) came[group] += leaves.certain[cell];
  });
  return none.map((limit, group) => Math.max(came[group], caps.get(groups.codes[group]) ?? limit));
}

/** True where the tree goes down to the sellers themselves, not only to their teams. */
function isWhole(document: PlanDocument, { view }: YearTree, plan: Plan): boolean {
  const count = (levels: readonly ViewLevel[]): number =>
    levels.filter(({ dimension }) => dimension === 'seller').length;
  return count(view.levels) === count(mainLevels(document, plan));
}
