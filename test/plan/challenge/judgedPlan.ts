import type { At } from '~/domain/cell';
import type { ChallengeView, DifficultyQuery, DifficultyView, Evidence } from '~/domain/challengeView';
import type { PlanSettings } from '~/domain/command';
import { type ChallengeScene, challengeScene, createChallengeMemory } from '~/plan/challenge/challengeScene';
import { challengeView } from '~/plan/challenge/challengeView';
import { difficultyTree, difficultyView } from '~/plan/challenge/difficultyView';
import { createFactCache } from '~/plan/facts';
import { addressKey } from '~/plan/outlooks/salesTable';
import { requirePlan } from '~/plan/resolve';
import { createViewCache } from '~/plan/views/viewCache';
import { codeOf } from '../support/shapePlan';
import {
  batchOf,
  createWorkspace,
  day,
  everyMonth,
  type OrderLine,
  type SmallWorkspace,
  settingsOf,
} from '../support/smallWorkspace';

export const SELLERS = ['Ann', 'Bob', 'Cid', 'Dee', 'Eve', 'Fay'];

/** Six sellers of two regions: each sold 10,000 a month in 2024 and i % more in 2025, i from 1; each has one customer. */
export const JUDGED_LINES: OrderLine[] = SELLERS.flatMap((seller, i) => {
  const line = { region: i < 4 ? 'North' : 'South', seller, customer: `${seller}s shop` };
  return [
    ...everyMonth('2024-1', '2024-12', { ...line, amount: 10_000 }),
    ...everyMonth('2025-1', '2025-12', { ...line, amount: 10_000 + 100 * (i + 1) }),
  ];
});

/** Every customer could buy 200,000 a year but that of Fay, who never said. */
const POTENTIAL = Object.fromEntries(SELLERS.slice(0, 5).map((seller) => [`${seller}s shop`, { potential: 200_000 }]));

export interface JudgedPlan extends SmallWorkspace {
  at: (seller: string) => At;
  /** What nodes may come to: by the name of the seller, else of the region, else ''. */
  expect: (outlooks: Record<string, { mean: number; spread: number }>) => ChallengeScene;
}

/** A plan of 2026 that was laid out as last year sold, seen on 2026-01-05. */
export function judgedPlan(settings: Partial<PlanSettings> = {}, lines = JUDGED_LINES): JudgedPlan {
  const workspace = createWorkspace('2026-01-05');
  workspace.run(
    { name: 'orders/import', draft: 'd' },
    batchOf(lines, {
      coverage: { from: '2024-01-01', to: '2025-12-31' },
      trees: [{ dimension: 'customer', levels: ['customer'], parents: {}, attributes: POTENTIAL }],
    }),
  );
  workspace.run({ name: 'plan/create', settings: settingsOf({ target: 800_000, ...settings }) });
  const region = (name: string): At => ({ region: codeOf(workspace, 'region', name) });
  const at = (seller: string): At => ({
    ...region(SELLERS.indexOf(seller) < 4 ? 'North' : 'South'),
    seller: codeOf(workspace, 'seller', seller),
  });
  return {
    ...workspace,
    at,
    expect: (outlooks) => {
      const scene = sceneOf(workspace);
      for (const [name, { mean, spread }] of Object.entries(outlooks)) {
        const node = name === '' ? {} : SELLERS.includes(name) ? at(name) : region(name);
        scene.memory.outlooks.set(addressKey(node), {
          at: node,
          actual: null,
          lastYear: null,
          year: { mean, lower: mean - spread, upper: mean + spread },
          periods: [],
          months: 24,
        });
      }
      return scene;
    },
  };
}

/** As the plan stands now; with the memory of another scene what was found out is kept. */
export function sceneOf({ document }: SmallWorkspace, memory = createChallengeMemory()): ChallengeScene {
  const required = requirePlan(document);
  if (!required.ok) throw new Error('no plan');
  return challengeScene(document, required.value, {
    line: 'target',
    facts: createFactCache(),
    views: createViewCache(),
    memory,
    today: day('2026-01-05'),
  });
}

export function difficultyOf(scene: ChallengeScene, query: Partial<DifficultyQuery> = {}): DifficultyView {
  const asked: DifficultyQuery = { line: 'target', depth: 2, order: 'tree', verdict: null, by: 'chance', ...query };
  const { tree, isCut } = difficultyTree(scene, asked.depth);
  return difficultyView(scene, tree, { ...asked, isCut });
}

export function evidenceOf(view: ChallengeView, kind: Evidence['kind']): Evidence {
  const found = view.evidence.find((one) => one.kind === kind);
  if (!found) throw new Error(`no ${kind}`);
  return found;
}

export const judged = (scene: ChallengeScene, at: At): ChallengeView => challengeView(scene, at);
