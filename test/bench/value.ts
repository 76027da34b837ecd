import { basketStudy, fitBgNbd, type StudyInput } from '~/engine/customers/index';
import { createRandom } from '~/engine/numeric/index';
import { bgNbdBuyers, simulate } from '../engine/customers/value/simulate';
import type { BenchRow } from './benchRow';

const RUNS = 5;

/**
 * The BG/NBD fit on as many customers as the CDNOW sample has, drawn from the parameters that were published for it, and on
 * 50,000; rules, advice and their worth for 50,000 customers and 300 products. One thread, median of five.
 */
export function runValueBench(): BenchRow[] {
  const published = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
  const small = simulate(2357, 1, bgNbdBuyers(published));
  const large = simulate(50_000, 2, bgNbdBuyers(published));
  const study = manyBaskets();
  return [
    row('bgnbd-fit', { ms: median(() => fitBgNbd(small)), reference: 'ms for 2,357 customers', must: 200, aim: 50 }),
    row('bgnbd-fit-50000', { ms: median(() => fitBgNbd(large)), reference: 'ms, 50,000', must: 1000, aim: 500 }),
    row('next-product', {
      ms: median(() => basketStudy(study)),
      reference: 'ms, 50,000 customers × 300 products',
      must: 1000,
      aim: 500,
    }),
  ];
}

const row = (
  id: string,
  { ms, reference, must, aim }: { ms: number; reference: string; must: number; aim: number },
): BenchRow => ({ id, ms, reference, ratio: ms, must, aim, higherIsBetter: false });

function median(run: () => unknown): number {
  run();
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[RUNS >> 1];
}

/** 500,000 lines: popular products, and groups of ten that go together. */
function manyBaskets(): StudyInput {
  const customers = 50_000;
  const items = 300;
  const count = 500_000;
  const random = createRandom(7);
  const customer = new Uint32Array(count);
  const item = new Uint32Array(count);
  const amount = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    customer[i] = Math.floor(random() * customers);
    const group = (customer[i] * 7919) % 30;
    const isOwn = random() < 0.6;
    item[i] = isOwn ? group * 10 + Math.floor(random() * 10) : Math.floor(random() ** 2 * items);
    amount[i] = 100 + Math.floor(random() * 100_000);
  }
  return {
    lines: { customer, item, order: Uint32Array.from({ length: count }, (_, i) => i >> 1), amount },
    customers,
    items,
    by: 'customer',
    learnFrom: 0,
    yearFrom: count >> 1,
    rules: { least: 10, minConfidence: 0.05, minLift: 1.2, mostShare: 0.7, pairs: 400 },
    most: 3,
  };
}
