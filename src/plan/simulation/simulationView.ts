import type {
  SimulatedLevel,
  SimulatedNode,
  SimulatedRisk,
  SimulationHead,
  SimulationView,
} from '~/domain/simulationView';
import { quantileOf } from '~/engine/numeric/index';
import { type SimulationStudy, sharesOf } from '~/engine/simulation/index';
import { memberName, type PlanDocument } from '../document';
import { cushionChances } from './cushionChances';
import { reachView } from './reachView';
import type { SimulationSource } from './simulationSource';
import { swingList } from './swingList';

const STEPS = 40;
/** Years as rare as this at either end fall into the outermost steps of the histogram. */
const RARE = 0.001;

/** What a run says, for the page: rows in the order of the tree, chances by line, causes, cushions, risks and what to know of it. */
export function simulationView(
  document: PlanDocument,
  { source, study }: { source: SimulationSource; study: SimulationStudy },
  { head, earlier }: { head: SimulationHead; earlier: SimulationHead[] },
): SimulationView {
  const { tree, outlooks, asOf } = source;
  const nodes = nodesOf(document, source, study);
  return {
    head,
    earlier,
    asOf,
    actual: outlooks[0].actual,
    forecast: outlooks[0].year,
    histogram: histogramOf(study.total),
    nodes,
    levels: levelsOf(tree.levels, nodes),
    drawn: { leaves: tree.view.cells, level: tree.levels.at(-1) ?? '' },
    cushions: cushionChances(document, source, study),
    reach: reachView(document, source, study),
    swings: swingList(document, source, study),
    risks: risksOf(document, source, study),
    issues: source.issues,
  };
}

function histogramOf(total: Float64Array): SimulationView['histogram'] {
  const from = quantileOf(total, RARE) ?? 0;
  const to = quantileOf(total, 1 - RARE) ?? 0;
  const steps = to > from ? STEPS : 1;
  return { from, to, shares: Array.from(sharesOf(total, { from, to, steps })) };
}

function nodesOf(
  document: PlanDocument,
  { tree, lines }: SimulationSource,
  { nodes }: SimulationStudy,
): SimulatedNode[] {
  const { view, ats } = tree;
  const labels: string[] = [];
  return ats.map((at, node) => {
    const dimension = node === 0 ? null : view.levels[view.depth[node] - 1].dimension;
    labels.push(dimension === null ? '' : memberName(document, dimension, view.code[node]));
    const above: string[] = [];
    for (let up = node; up > 0 && view.parent[up] > 0; ) {
      up = view.parent[up];
      above.unshift(labels[up]);
    }
    const target = lines[0][node];
    const isPlanned = !Number.isNaN(target);
    return {
      at,
      label: labels[node],
      above,
      depth: view.depth[node],
      target: isPlanned ? target : null,
      mean: Math.round(nodes.mean[node]),
      deviation: Math.round(nodes.deviation[node]),
      chances: nodes.chance.map((chance) => (Number.isNaN(chance[node]) ? null : chance[node])),
      shortfall: isPlanned ? Math.round(nodes.shortfall[node]) : null,
    };
  });
}

function levelsOf(names: readonly string[], nodes: readonly SimulatedNode[]): SimulatedLevel[] {
  return ['', ...names].map((level, depth) => {
    const own = nodes.filter((node) => node.depth === depth);
    const chances = own.flatMap(({ chances }) => (chances[0] === null ? [] : [chances[0]]));
    return {
      level,
      depth,
      nodes: own.length,
      withTarget: chances.length,
      reach: chances.reduce((sum, chance) => sum + chance, 0),
      unlikely: chances.filter((chance) => chance < 0.5).length,
      worst: chances.length > 0 ? Math.min(...chances) : null,
    };
  });
}

function risksOf(document: PlanDocument, { risks }: SimulationSource, study: SimulationStudy): SimulatedRisk[] {
  const chance = study.nodes.chance[0][0];
  let next = 0;
  return risks.map(({ risk, event, value }) => {
    const label = Object.entries(risk.at)
      .map(([dimension, code]) => memberName(document, dimension, code))
      .join(' · ');
    if (!event) return { risk, label, value: 0, counts: false, effect: null };
    const without = study.chanceWithout[next];
    next += 1;
    const effect = without === null || Number.isNaN(chance) ? null : without - chance;
    return { risk, label, value: Math.round(value), counts: true, effect };
  });
}
