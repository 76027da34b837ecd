import type { SimulationRule } from '~/domain/challenge';
import type { Command } from '~/domain/command';
import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import { type CommandContext, newId, type Outcome, recordsOnly } from '../context';
import type { PlanDocument } from '../document';
import { added, updated } from '../records';
import { requirePlan } from '../resolve';

type Of<N extends Command['name']> = Extract<Command, { name: N }>;

/** Fewer draws say too little, more only cost time and memory. */
export const DRAWS = { least: 1_000, most: 50_000 } as const;
/** A log standard deviation of 1 would make a market of a third or of three times as much nothing special. */
const MOST_SPREAD = 1;

/** How the years of the open plan are drawn: one rule per plan. Refused: spreads outside 0 … 1, draws outside 1,000 … 50,000, a seed that is no whole number. */
export function setSimulationRule(
  document: PlanDocument,
  { rule }: Of<'simulation/setRule'>,
  context: CommandContext,
): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { common, region, product, draws, seed, capacity } = rule;
  const spreads = [common, region, product].every((spread) => spread >= 0 && spread <= MOST_SPREAD);
  const isDrawn = Number.isInteger(draws) && draws >= DRAWS.least && draws <= DRAWS.most;
  if (!spreads || !isDrawn || !Number.isSafeInteger(seed)) return fail(issue('simulation/figure', { ...DRAWS }));
  const plan = required.value.plan.id;
  const old = ruleRecord(document, plan);
  const next: SimulationRule = {
    id: old?.id ?? newId('sr', context),
    plan,
    common,
    region,
    product,
    draws,
    seed,
    ...(capacity === undefined ? {} : { capacity }),
  };
  return ok(recordsOnly([old ? updated('simulationRule', old, next) : added('simulationRule', next)]));
}

function ruleRecord({ records }: PlanDocument, plan: string): SimulationRule | null {
  for (const rule of records.simulationRule.values()) if (rule.plan === plan) return rule;
  return null;
}
