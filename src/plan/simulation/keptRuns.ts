import type { SimulationHead } from '~/domain/simulationView';
import { textHash } from '~/domain/textHash';
import type { SimulationInput, SimulationStudy } from '~/engine/simulation/index';
import type { PlanDocument } from '../document';

/** Runs that can be compared with the newest. */
const MOST_RUNS = 8;

interface Kept {
  plan: string;
  key: string;
  study: SimulationStudy;
  /** Heads of all runs, newest first. */
  heads: SimulationHead[];
}

const kept = new WeakMap<PlanDocument, Kept>();

/** One text for everything that is drawn: equal texts give equal runs. */
export function runKey({ leaves, nodes, groups, events, ...sizes }: SimulationInput): string {
  const columns = [...Object.values(leaves), nodes.parent, ...nodes.lines, groups.target, groups.cap];
  const drawn = events.map((one) => ({ ...one, leaves: [...one.leaves], shares: [...one.shares] }));
  return [...columns.map((column) => column.join()), JSON.stringify({ sizes, drawn })].map(textHash).join();
}

/** The newest run of a plan with those before it, if it was drawn from the same; null where it has to be drawn. */
export function knownRun(
  document: PlanDocument,
  plan: string,
  key: string,
): { study: SimulationStudy; head: SimulationHead; earlier: SimulationHead[] } | null {
  const run = kept.get(document);
  if (run?.plan !== plan || run.key !== key) return null;
  const [head, ...earlier] = run.heads;
  return { study: run.study, head, earlier };
}

/** Runs of this plan since it was opened, newest first. */
export function earlierRuns(document: PlanDocument, plan: string): SimulationHead[] {
  const run = kept.get(document);
  return run?.plan === plan ? run.heads : [];
}

/** Keeps a run as the newest one; all are forgotten with the page. */
export function keepRun(
  document: PlanDocument,
  { head, ...run }: { plan: string; key: string; study: SimulationStudy; head: SimulationHead },
): void {
  kept.set(document, { ...run, heads: [head, ...earlierRuns(document, run.plan)].slice(0, MOST_RUNS + 1) });
}
