import type { Column, Plan } from '~/domain/plan';
import { ok, type Result } from '~/domain/result';
import { type ColumnHead, LAYERS, type ScenarioView } from '~/domain/scenario';
import { type ColumnData, type LineTable, SPOKEN } from '~/engine/cube/index';
import { issuesOf } from '../commands/issue';
import { BASE_SCENARIO, scenarioOf } from '../commands/scenarios';
import type { OpenPlan, PlanDocument } from '../document';
import { requirePlan } from '../resolve';

/**
 * The scenarios of the open plan, the base first and nameless (the page names it), each with the columns in which anything
 * is said: target lines in reading order, measures as the plan lists them. And what was issued, newest first.
 */
export function scenarioView(document: PlanDocument): Result<ScenarioView> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { open, plan } = required.value;
  const sums: PeriodSums = new Map();
  const scenarios = plan.scenarios.map((scenario) => {
    const record = scenario === BASE_SCENARIO ? null : scenarioOf(document, plan, scenario);
    return {
      scenario,
      title: record?.title ?? '',
      createdAt: record?.createdAt ?? null,
      heads: headsOf(open, plan, { scenario, sums }),
    };
  });
  return ok({ scenarios, issues: issuesOf(document, plan.id).reverse() });
}

/** Sums of periods by their values: copies that share them are read once. */
type PeriodSums = Map<Float64Array, { total: number; leaves: number }>;

function headsOf(open: OpenPlan, plan: Plan, { scenario, sums }: { scenario: string; sums: PeriodSums }): ColumnHead[] {
  const layers: readonly string[] = LAYERS;
  const measures = plan.groups.flatMap((group) => group.measures.map((measure) => measure.id));
  const rankIn = (list: readonly string[], name: string): number => {
    const rank = list.indexOf(name);
    return rank < 0 ? list.length : rank;
  };
  return [...open.columns]
    .map(([key, data]) => ({ column: columnOfKey(key), data }))
    .filter(({ column }) => column.scenario === scenario)
    .map(({ column, data }) => headOf(open.lines, column, { data, sums }))
    .filter((head) => head.leaves > 0)
    .sort(
      (a, b) =>
        rankIn(layers, a.column.layer) - rankIn(layers, b.column.layer) ||
        rankIn(measures, a.column.measure) - rankIn(measures, b.column.measure),
    );
}

/** The column that a key (`columnKey`) names. */
function columnOfKey(key: string): Column {
  const [scenario = '', layer = '', ...measure] = key.split('/');
  return { scenario, layer, measure: measure.join('/') };
}

function headOf(
  { count }: LineTable,
  column: Column,
  { data, sums }: { data: ColumnData; sums: PeriodSums },
): ColumnHead {
  let total = 0;
  let leaves = 0;
  data.value.forEach((values, period) => {
    const sum = sums.get(values) ?? periodSum(values, data.state[period], count);
    sums.set(values, sum);
    total += sum.total;
    leaves += sum.leaves;
  });
  return { column, total: leaves > 0 ? total : null, leaves };
}

function periodSum(values: Float64Array, states: Uint8Array, count: number): { total: number; leaves: number } {
  let total = 0;
  let leaves = 0;
  for (let i = 0; i < count; i += 1) {
    total += values[i];
    leaves += states[i] & SPOKEN;
  }
  return { total, leaves };
}
