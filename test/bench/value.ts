import { basketStudy, fitBgNbd, type PurchaseHistory, type StudyInput } from '~/engine/customers/index';
import { createRandom } from '~/engine/numeric/index';
import { bgNbdBuyers, simulate } from '../engine/customers/value/simulate';
import type { BenchRow } from './benchRow';

const RUNS = 5;

/**
 * The BG/NBD fit on the 2,357 customers of the CDNOW sample, its digits checked, or on as many made-up ones where it is not
 * beside the repository, and on 50,000 made-up ones; rules, advice and their worth for 50,000 customers and 300 products. One
 * thread, least of five.
 */
export async function runValueBench(loadBuyers: () => Promise<PurchaseHistory | null>): Promise<BenchRow[]> {
  const cdnow = await loadBuyers();
  const published = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 };
  const small = cdnow ?? simulate(2357, 1, bgNbdBuyers(published));
  const digits = cdnow ? `the CDNOW sample: ${publishedDigits(cdnow)}` : 'made up';
  const large = simulate(50_000, 2, bgNbdBuyers(published));
  const study = manyBaskets();
  return [
    row('bgnbd-fit', {
      ms: least(() => fitBgNbd(small)),
      reference: `ms for 2,357 customers, ${digits}`,
      must: 200,
      aim: 50,
    }),
    row('bgnbd-fit-50000', { ms: least(() => fitBgNbd(large)), reference: 'ms, 50,000', must: 1000, aim: 500 }),
    row('next-product', {
      ms: least(() => basketStudy(study)),
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

/** The fit, held against the digits that P. Fader and B. Hardie published for the sample. */
function publishedDigits(cdnow: PurchaseHistory): string {
  const fit = fitBgNbd(cdnow);
  if ('reason' in fit) throw new Error(`no fit: ${fit.reason}`);
  const found = [fit.r, fit.alpha, fit.a, fit.b].map((value) => value.toFixed(4)).join(' ');
  const said = `${found} ${fit.logLikelihood.toFixed(3)}`;
  if (said !== PUBLISHED) throw new Error(`fitted ${said}, published ${PUBLISHED}`);
  return said;
}

const PUBLISHED = '0.2426 4.4136 0.7929 2.4259 -9582.429';

function least(run: () => unknown): number {
  run();
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.min(...times);
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
