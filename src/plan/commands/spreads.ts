import type { RecordsDiff } from '~/domain/change';
import type { Command } from '~/domain/command';
import { issue } from '~/domain/issue';
import { fail, type Result } from '~/domain/result';
import { selectionTotals } from '~/engine/cube/index';
import { editSeries, editTotal, editTotals, type LeafEdit, type LeafLimits, type Limits } from '~/engine/targets/index';
import { type CommandContext, newId, type Outcome } from '../context';
import { openedPlan, type PlanDocument } from '../document';
import { added, updated } from '../records';
import { basisMethod } from '../spread/basisMethod';
import { quotasFromBelow } from '../spread/quotasFromBelow';
import { spreadDefaultAt, spreadLevel } from '../spread/spreadLevel';
import { spreadSource } from '../spread/spreadSource';
import { editCell, type KernelCell } from './cellEdit';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

/**
 * Lays an amount (minor units; null = the present total, 0 where blank) on the leaves of a cell by a basis, in whole
 * rounding steps, within bounds per leaf where they are given. Exact in sum; holds, closed periods and lasting limits are
 * kept as in any edit. With `remember` the basis is kept as what the next spread at this level starts with.
 */
export function spread(
  document: PlanDocument,
  command: Of<'targets/spread'>,
  context: CommandContext,
): Result<Outcome> {
  const { cell, basis, unit, bounds } = command;
  if (!Number.isInteger(unit) || unit < 1) throw new RangeError(`a rounding unit of ${unit} minor units`);
  const { min = null, max = null } = bounds ?? {};
  if (min !== null && max !== null && min > max) return fail(issue('limit/crossed', { min, max }));
  return editCell(document, {
    cell,
    after: command.amount ?? undefined,
    records: command.remember ? rememberDefault(document, command, context) : [],
    run: (kernel): Result<LeafEdit> => {
      const by = basisMethod(spreadSource(document, kernel, cell), basis);
      if (!by.ok) return by;
      const total = command.amount ?? selectionTotals(kernel.column, kernel.selection).sum;
      return editTotal({ ...kernel, total, unit, method: by.value.method, limits: limitsOf(kernel, bounds) });
    },
  });
}

/**
 * Sets the sum of each period of a cell by a rule over time: the same amount, a straight line, growth, or quotas from
 * below. Each period's amount is laid on its lines by the basis (what is there where none is given; quotas from below by
 * last year's sales). One edit, all or nothing.
 */
export const setSeries = (
  document: PlanDocument,
  { cell, series, basis = { kind: 'proportional' } }: Of<'targets/setSeries'>,
): Result<Outcome> =>
  editCell(document, {
    cell,
    run: (kernel): Result<LeafEdit> => {
      const source = spreadSource(document, kernel, cell);
      if (series.kind === 'bottomUp') {
        const quotas = quotasFromBelow(source, series);
        return quotas.ok ? editTotals({ ...kernel, ...quotas.value }) : quotas;
      }
      const by = basisMethod(source, basis);
      return by.ok ? editSeries({ ...kernel, series, method: by.value.method }) : by;
    },
  });

/** The same bounds for every leaf of a cell; undefined where there are none. */
function limitsOf({ plan, open, selection }: KernelCell, bounds: Of<'targets/spread'>['bounds']): Limits | undefined {
  if (!bounds || (bounds.min === null && bounds.max === null)) return undefined;
  const all = (bound: number): Float64Array[] => {
    const one = new Float64Array(open.lines.count).fill(bound);
    return plan.periods.map((_, p) => (selection.periods.includes(p) ? one : one.subarray(0, 0)));
  };
  const leaf: LeafLimits = {};
  if (bounds.min !== null) leaf.min = all(bounds.min);
  if (bounds.max !== null) leaf.max = all(bounds.max);
  return { leaf };
}

function rememberDefault(
  document: PlanDocument,
  { cell, basis, unit }: Of<'targets/spread'>,
  context: CommandContext,
): RecordsDiff {
  const plan = openedPlan(document);
  if (!plan) return [];
  const level = spreadLevel(document, plan, cell.at);
  const old = spreadDefaultAt(document, plan, level);
  const next = { id: old?.id ?? newId('d', context), plan: plan.id, level, basis, unit };
  return [old ? updated('spreadDefault', old, next) : added('spreadDefault', next)];
}
