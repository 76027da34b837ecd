import { SIMULATED_LINES, type SimulatedTotal, type SimulationHead } from '~/domain/simulationView';
import { quantileOf, shareReaching } from '~/engine/numeric/index';
import { type SimulationStudy, summaryOf } from '~/engine/simulation/index';
import type { SimulationSource } from './simulationSource';

/** Points of the curve that is drawn, and the rare years at either end that it leaves out. */
const POINTS = 61;
const RARE = 0.002;

/** A run in short: what the year may bring, and the chance of every line. */
export function simulationHead(
  source: SimulationSource,
  study: SimulationStudy,
  { no, revision }: { no: number; revision: number },
): SimulationHead {
  const target = source.lines[0][0];
  return {
    no,
    revision,
    target: Number.isNaN(target) ? null : target,
    total: totalOf(source, study),
    reach: meanReach(study),
    risks: source.risks.filter(({ event }) => event !== null).length,
    riskValue: source.risks.reduce((sum, { value }) => sum + value, 0),
    rule: source.rule,
    curve: curveOf(study.total),
  };
}

function totalOf({ lines }: SimulationSource, { total, mean, nodes }: SimulationStudy): SimulatedTotal {
  const [p5, p10, p25, p50, p75, p90, p95] = summaryOf(total).map((amount) => Math.round(amount ?? 0));
  return {
    mean: Math.round(mean),
    ...{ p5, p10, p25, p50, p75, p90, p95 },
    lines: SIMULATED_LINES.flatMap((line, i) => {
      const amount = lines[i][0];
      const chance = nodes.chance[i][0];
      const shortfall = line === 'target' ? Math.round(nodes.shortfall[0]) : null;
      const isTargetAgain = line === 'goal' && amount === lines[0][0];
      return Number.isNaN(amount) || isTargetAgain ? [] : [{ line, amount, chance, shortfall }];
    }),
  };
}

/** Mean share of groups that make their target; null without any. */
function meanReach({ reached }: SimulationStudy): number | null {
  const count = reached.length - 1;
  const draws = reached.reduce((sum, years) => sum + years, 0);
  if (count === 0 || draws === 0) return null;
  return reached.reduce((sum, years, made) => sum + years * made, 0) / draws / count;
}

function curveOf(total: Float64Array): SimulationHead['curve'] {
  const [from, to] = [quantileOf(total, RARE) ?? 0, quantileOf(total, 1 - RARE) ?? 0];
  if (from === to) return [{ amount: Math.round(from), chance: 1 }];
  return Array.from({ length: POINTS }, (_, i) => {
    const amount = Math.round(from + ((to - from) * i) / (POINTS - 1));
    return { amount, chance: shareReaching(total, amount) ?? 0 };
  });
}
