import type { Command } from '~/domain/command';
import { dayOf } from '~/domain/period';
import { WORKING_TARGET } from '~/domain/plan';
import { type ChallengeScene, challengeScene, createChallengeMemory } from '~/plan/challenge/challengeScene';
import { difficultyTree, difficultyView } from '~/plan/challenge/difficultyView';
import { createDocument } from '~/plan/document';
import { createFactCache } from '~/plan/facts';
import { addressKey } from '~/plan/outlooks/salesTable';
import { requirePlan } from '~/plan/resolve';
import { runCommand } from '~/plan/run';
import { createViewCache } from '~/plan/views/viewCache';
import type { BenchRow } from './benchRow';

/** Their cross product: 2,040 nodes of two levels over 83,664 lines × 12 months. */
const MEMBERS = { region: 24, product: 84, seller: 41 };
const TODAY = dayOf(2027, 3, 1);
const ROUNDS = 25;

/** After an edit: every node of two levels judged again by its new target and the forecasts it has, counts and order made. */
export function runChallengeBench(): BenchRow[] {
  const document = createDocument();
  let seq = 0;
  const run = (command: Command): void => {
    seq += 1;
    const done = runCommand(document, command, { today: TODAY, now: '', seq, batchOf: () => null });
    if (!done.ok) throw new RangeError(done.issues[0].code);
  };
  const members = Object.fromEntries(
    Object.entries(MEMBERS).map(([id, count]) => [id, Array.from({ length: count }, (_, i) => `${id} ${i + 1}`)]),
  );
  const target = 400_000_000_000;
  run({
    name: 'plan/create',
    settings: {
      name: 'bench',
      currency: 'CNY',
      calendar: { kind: 'months', startMonth: 1, nameBy: 'start' },
      fiscalYear: 2027,
      dimensions: Object.keys(MEMBERS),
      keyCustomers: null,
      base: 'none',
      target,
      members,
      names: { pooledCustomers: 'others', defaultMember: 'all' },
    },
  });
  const facts = createFactCache();
  const views = createViewCache();
  const memory = createChallengeMemory();
  const sceneNow = (): ChallengeScene => {
    const open = requirePlan(document);
    if (!open.ok) throw new RangeError('no plan');
    return challengeScene(document, open.value, { line: 'target', facts, views, memory, today: TODAY });
  };
  const scene = sceneNow();
  const { ats } = difficultyTree(scene, 2).tree;
  for (const at of ats) {
    const mean = at.product ? target / 2016 : at.region ? target / 24 : target;
    memory.outlooks.set(addressKey(at), {
      at,
      actual: 0,
      lastYear: mean * 0.9,
      year: { mean, lower: mean * 0.9, upper: mean * 1.1 },
      periods: [],
      months: 36,
    });
  }
  const periods = scene.plan.periods.map(({ id }) => id);
  let best = Number.POSITIVE_INFINITY;
  for (let round = -3; round < ROUNDS; round += 1) {
    const amount = Math.round((target / 24) * (1 + 0.2 * Math.sin(round)));
    run({
      name: 'targets/setCell',
      cell: { column: WORKING_TARGET, at: ats[1 + (Math.abs(round) % 24)], periods },
      amount,
    });
    const start = performance.now();
    const now = sceneNow();
    const { tree, isCut } = difficultyTree(now, 2);
    const view = difficultyView(now, tree, {
      line: 'target',
      depth: 2,
      order: 'worst',
      verdict: null,
      by: 'chance',
      isCut,
    });
    if (round >= 0) best = Math.min(best, performance.now() - start);
    if (view.rows.length !== ats.length - 1) throw new RangeError(`${view.rows.length} of ${ats.length} nodes`);
  }
  const reference = `${ats.length} nodes over 83,664 lines, ms`;
  return [{ id: 'difficulty-after-edit', ms: best, reference, ratio: best, must: 100, aim: 30, higherIsBetter: false }];
}
