import type { ChallengeQuery, LastYearKind } from '~/domain/challengeView';
import type { NodeOutlook } from '~/domain/outlook';
import type { Day } from '~/domain/period';
import { type Column, type Plan, WORKING_TARGET } from '~/domain/plan';
import type { OpenPlan, PlanDocument } from '../document';
import type { FactCache } from '../facts';
import { focusYear } from '../focusYear';
import { addressKey } from '../outlooks/salesTable';
import { orderCoverage } from '../views/orderCoverage';
import type { ViewCache } from '../views/viewCache';
import type { NodeTree } from './nodeTree';
import { studyNodes } from './studyNodes';
import type { NodeStudy } from './support';

/** What was found out about nodes so far: nothing of it changes while targets are edited. One per open workspace. */
export interface ChallengeMemory {
  key: string;
  /** Rises when everything is forgotten: what was asked for before is stale then. */
  version: number;
  /** Records that forecasts and limits rest on. */
  said: unknown[];
  outlooks: Map<string, NodeOutlook>;
  /** By the levels of a tree; with how many outlooks there were, and how many of its own nodes had one. */
  studies: Map<string, { outlooks: number; known: number; studies: NodeStudy[] }>;
}

/** Trees whose studies are kept. */
const MOST_TREES = 6;

export const createChallengeMemory = (): ChallengeMemory => ({
  key: '',
  version: 0,
  said: [],
  outlooks: new Map(),
  studies: new Map(),
});

/** What everything about a plan's targets is read from. */
export interface ChallengeScene {
  document: PlanDocument;
  open: OpenPlan;
  /** As stored, and as its year that is judged. */
  whole: Plan;
  plan: Plan;
  column: Column;
  facts: FactCache;
  views: ViewCache;
  memory: ChallengeMemory;
  today: Day;
  asOf: Day | null;
}

export function challengeScene(
  document: PlanDocument,
  { open, plan: whole }: { open: OpenPlan; plan: Plan },
  given: { line: ChallengeQuery['line']; facts: FactCache; views: ViewCache; memory: ChallengeMemory; today: Day },
): ChallengeScene {
  const asOf = orderCoverage(document)?.asOf ?? null;
  const plan = focusYear(whole, asOf ?? whole.periods[0].from);
  freshMemory(document, given.memory, { open, plan, today: given.today });
  return { document, open, whole, plan, column: { ...WORKING_TARGET, layer: given.line }, asOf, ...given };
}

/** Forgets what rests on other orders, lines, rules or another day; targets are no part of it. */
function freshMemory(
  { factsVersion, records }: PlanDocument,
  memory: ChallengeMemory,
  { open, plan, today }: { open: OpenPlan; plan: Plan; today: Day },
): void {
  const place = [plan.id, plan.generation, plan.fiscalYear, plan.periods.length, open.lines.nextLine, today];
  const key = `${factsVersion}|${place.join()}|${plan.dimensions.join()}|${JSON.stringify(plan.calendar)}`;
  const said = [
    records.forecastEvent,
    records.forecastOverride,
    records.forecastAnalogue,
    records.capacityRule,
    records.pipelineRule,
    records.ownership,
  ].flatMap((table): unknown[] => [...table.values()]);
  // Records are never written into: one that was changed is another one.
  const isSame = said.length === memory.said.length && said.every((record, i) => record === memory.said[i]);
  if (memory.key === key && isSame) return;
  memory.key = key;
  memory.version += 1;
  memory.said = said;
  memory.outlooks.clear();
  memory.studies.clear();
}

/** The studies of a tree, with the outlooks known by now. */
export function studiesOf(scene: ChallengeScene, tree: NodeTree): NodeStudy[] {
  const { document, memory, whole, plan, facts, views, today } = scene;
  const { outlooks, studies } = memory;
  const shape = tree.view.levels.map(({ dimension, ancestorOf }) => `${dimension}:${sumOf(ancestorOf)}`).join();
  const key = `${shape}|${tree.view.count}`;
  const kept = studies.get(key);
  // More forecasts elsewhere say nothing new of these nodes.
  if (kept && (kept.outlooks === outlooks.size || kept.known === knownIn(memory, tree))) {
    kept.outlooks = outlooks.size;
    return kept.studies;
  }
  const made = studyNodes(document, { tree, plan, whole, facts, views, outlooks, today });
  studies.delete(key);
  studies.set(key, { outlooks: outlooks.size, known: knownIn(memory, tree), studies: made });
  for (const old of [...studies.keys()].slice(0, -MOST_TREES)) studies.delete(old);
  return made;
}

/** Nodes of a tree that have an outlook by now. */
const knownIn = ({ outlooks }: ChallengeMemory, { ats }: NodeTree): number =>
  ats.reduce((count, at) => count + (outlooks.has(addressKey(at)) ? 1 : 0), 0);

/** Tells the levels of one dimension apart: their look-ups differ. */
const sumOf = (codes: Uint32Array): number =>
  codes.reduce((sum, code, i) => (sum * 31 + code * (i + 1)) % 0x7fff_ffff, 7);

/** What last year means in a scene: the same for all its nodes, read from the whole plan. */
export const lastYearKind = (study: NodeStudy | undefined): LastYearKind | null =>
  study?.reference ? (study.reference.isLastYear ? 'lastYear' : 'lastTwelveMonths') : null;
