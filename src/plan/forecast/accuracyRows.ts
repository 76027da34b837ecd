import type { AccuracyRow } from '~/domain/forecastView';
import type { PlanDocument } from '../document';
import { labelsOf } from '../views/changeLines';
import type { ForecastRequest } from '../views/forecastRequest';
import { type ForecastCase, HORIZONS, horizonErrors } from './forecastCase';

/** A node that was foretold, with what it can be judged by. */
export interface JudgedNode {
  request: ForecastRequest;
  depth: number;
  kept: readonly ForecastCase[];
  tried: readonly ForecastCase[];
}

/**
 * How far forecasts of nodes missed, worst first: kept ones where months have come since, else the models tried on the past.
 * Worst is the largest miss in money of a year: WAPE times what the node sells in one. Nodes that cannot be judged come last.
 */
export function accuracyRows(document: PlanDocument, nodes: readonly JudgedNode[]): AccuracyRow[] {
  return nodes
    .map(({ request, depth, kept, tried }): AccuracyRow => {
      const cases = kept.length > 0 ? kept : tried;
      return {
        at: request.at,
        label: labelsOf(document, request.at).join(' · '),
        depth,
        basis: kept.length > 0 ? 'kept' : 'backtest',
        all: horizonErrors(cases),
        horizons: HORIZONS.map((horizon) => horizonErrors(cases, horizon)),
        size: request.history.slice(-12).reduce<number>((sum, amount) => sum + (amount ?? 0), 0),
      };
    })
    .sort((a, b) => missOf(b) - missOf(a));
}

const missOf = ({ all, size }: AccuracyRow): number => (all.wape === null ? -1 : all.wape * Math.abs(size));
