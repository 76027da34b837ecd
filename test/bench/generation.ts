import type { Command, PlanSettings } from '~/domain/command';
import { columnKey, WORKING_TARGET } from '~/domain/plan';
import { createDocument, type PlanDocument } from '~/plan/document';
import { attempt, runCommand } from '~/plan/run';
import type { BenchRow } from './benchRow';

const context = { today: 20_000, now: '2026-01-01T00:00:00.000Z', seq: 2, batchOf: () => null };

const settings: PlanSettings = {
  name: 'bench',
  currency: 'CNY',
  calendar: { kind: 'months', startMonth: 1, nameBy: 'end' },
  fiscalYear: 2027,
  dimensions: ['region', 'seller', 'product'],
  keyCustomers: null,
  base: 'none',
  target: 1_234_567_890_123,
  members: {
    region: names('r', 3),
    seller: names('s', 126),
    product: names('p', 221),
  },
  names: { pooledCustomers: 'others', defaultMember: 'default' },
};

function names(prefix: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${prefix}${i}`);
}

/** Changes of shape of a plan of a million leaf values, each against a plain copy of its values in the same run. */
export function runGenerationBench(): BenchRow[] {
  const document = createDocument();
  const made = runCommand(document, { name: 'plan/create', settings }, { ...context, seq: 1 });
  if (!made.ok) throw new RangeError(made.issues[0].code);
  const thirds = [1, 2, 3].map((member) => ({ member, weight: 1 }));
  const brand = { dimension: 'brand', title: 'Brand', members: ['x', 'y', 'z'] };
  return [
    row('generation-drop-1m', document, { name: 'dimensions/drop', dimension: 'product' }),
    row('generation-add-1m', document, { name: 'dimensions/add', ...brand, spread: { kind: 'member', member: 1 } }),
    row('generation-split-3m', document, {
      name: 'dimensions/add',
      ...brand,
      spread: { kind: 'weights', weights: thirds },
    }),
  ];
}

/** What a person does not wait for; the split makes three million values of one. */
const MUST: Record<string, number> = { 'generation-split-3m': 2 };

/** Best of a few: the command leaves the document as it is, so it can be tried again. */
function row(id: string, document: PlanDocument, command: Command): BenchRow {
  let ms = Number.POSITIVE_INFINITY;
  let copy = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 5; round += 1) {
    const copyStart = performance.now();
    const values = document.open?.columns.get(columnKey(WORKING_TARGET))?.value.map((array) => array.slice());
    copy = Math.min(copy, performance.now() - copyStart);
    const start = performance.now();
    const done = attempt(document, command, context);
    ms = Math.min(ms, performance.now() - start);
    if (!done.ok || values?.length !== 12) throw new RangeError(`refused: ${id}`);
  }
  return {
    id,
    ms,
    reference: `a second (a copy takes ${copy.toFixed(1)} ms)`,
    ratio: ms / 1000,
    must: MUST[id] ?? 0.5,
    aim: 0.2,
    higherIsBetter: false,
  };
}
