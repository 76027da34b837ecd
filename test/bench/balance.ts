import type { NodeOutlook } from '~/domain/outlook';
import { createRandom } from '~/engine/numeric';
import { balanceAddresses, balanceView } from '~/plan/balance/balanceView';
import { challengeScene, createChallengeMemory } from '~/plan/challenge/challengeScene';
import { createFactCache } from '~/plan/facts';
import { addressKey } from '~/plan/outlooks/salesTable';
import { requirePlan } from '~/plan/resolve';
import { createViewCache } from '~/plan/views/viewCache';
import { batchOf, createWorkspace, day, type OrderLine, settingsOf } from '../plan/support/smallWorkspace';
import type { BenchRow } from './benchRow';

const SELLERS = 1000;
const MONTHS = 24;
const RUNS = 5;
const query = { line: 'target', dimension: 'seller', by: 'chance' } as const;

/**
 * A total laid out so that it is equally hard for 1,000 sellers × 12 months, some of them locked: the proposal with its prices and
 * moves, and the command that does it to the cent. Forecasts are known already. Least of five.
 */
export function runBalanceBench(): BenchRow[] {
  const workspace = createWorkspace('2026-01-16');
  workspace.run(
    { name: 'orders/import', draft: 'd' },
    batchOf(orders(), { coverage: { from: '2024-01-01', to: '2025-12-31' } }),
  );
  workspace.run({ name: 'plan/create', settings: settingsOf({ dimensions: ['seller'], target: 5_000_000_003 }) });
  const required = requirePlan(workspace.document);
  if (!required.ok) throw new Error('no plan');
  const random = createRandom(8);
  const memory = createChallengeMemory();
  const caches = { facts: createFactCache(), views: createViewCache(), memory };
  const sceneOf = () =>
    challengeScene(workspace.document, required.value, { line: 'target', ...caches, today: day('2026-01-16') });
  for (const at of balanceAddresses(sceneOf(), 'seller')) {
    const mean = Math.round(2_000_000 + random() * 6_000_000);
    const spread = mean * (0.1 + 0.3 * random());
    const year = { mean, lower: mean - spread, upper: mean + spread };
    const outlook: NodeOutlook = { at, actual: null, lastYear: mean, year, periods: [], months: MONTHS };
    memory.outlooks.set(addressKey(at), outlook);
  }
  let proposing = Number.POSITIVE_INFINITY;
  let both = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run += 1) {
    const by = run % 2 === 0 ? 'chance' : 'stretch';
    const start = performance.now();
    const view = balanceView(sceneOf(), { ...query, by });
    const proposed = performance.now();
    if (view.cells.length === 0) throw new Error('nothing to balance');
    workspace.run({
      name: 'targets/balance',
      cells: view.cells.map(({ at, amount }) => ({ cell: { ...view.cell, at }, amount })),
      why: 'bench',
      reason: 'bench',
    });
    proposing = Math.min(proposing, proposed - start);
    both = Math.min(both, performance.now() - start);
  }
  return [
    row('balance-1000-sellers', {
      ms: both,
      reference: 'ms, proposal, prices, moves and the command, 1,000 sellers × 12 months',
    }),
    row('balance-proposal', { ms: proposing, reference: 'ms, the proposal alone' }),
  ];
}

function orders(): OrderLine[] {
  const random = createRandom(7);
  const lines: OrderLine[] = [];
  for (let seller = 0; seller < SELLERS; seller += 1) {
    for (let month = 0; month < MONTHS; month += 1) {
      const on = `${2024 + Math.floor(month / 12)}-${(month % 12) + 1}-${1 + Math.floor(random() * 28)}`;
      const customer = `C${seller * 3 + Math.floor(random() * 3)}`;
      lines.push({ on, amount: 1 + Math.floor(random() * 500_000), seller: `S${seller}`, customer });
    }
  }
  return lines;
}

const row = (id: string, { ms, reference }: { ms: number; reference: string }): BenchRow => ({
  id,
  ms,
  reference,
  ratio: ms,
  must: 500,
  aim: 100,
  higherIsBetter: false,
});
