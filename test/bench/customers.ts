import { abcClasses, assignTiers, columnFacts, scoreRfm, tierBasis, weighTiers } from '~/engine/customers';
import { createRandom } from '~/engine/numeric';
import type { BenchRow } from './benchRow';

const ORDERS = 1_000_000;
const CUSTOMERS = 50_000;
const AS_OF = 20_453;
const DAYS = 730;
const WEIGHTS = [50, 20, 10, 20];

/** Made-up orders of two years: few customers buy much, most little, in no order. */
function manyOrders() {
  const random = createRandom(7);
  const customer = new Uint32Array(ORDERS);
  const day = new Int32Array(ORDERS);
  const amount = new Float64Array(ORDERS);
  for (let i = 0; i < ORDERS; i += 1) {
    customer[i] = 1 + Math.floor(random() ** 2 * (CUSTOMERS - 1));
    day[i] = AS_OF - Math.floor(random() * DAYS);
    amount[i] = Math.round(1000 * Math.exp(4 * random())) * (random() < 0.03 ? -1 : 1);
  }
  return { customer, day, amount };
}

/** Recency, frequency and money, RFM classes, ABC and tiers of 50,000 customers from a million order lines; one slider move. */
export function runCustomersBench({ rounds = 15 }: { rounds?: number } = {}): BenchRow[] {
  const columns = manyOrders();
  const options = { customers: CUSTOMERS, from: AS_OF - 364, to: AS_OF, asOf: AS_OF };
  const influence = Float64Array.from({ length: CUSTOMERS }, (_, c) => c % 6);
  let reading = Number.POSITIVE_INFINITY;
  let all = Number.POSITIVE_INFINITY;
  let check = 0;
  for (let round = 0; round < rounds + 3; round += 1) {
    const readStart = performance.now();
    check += readColumns(columns);
    const read = performance.now() - readStart;
    const start = performance.now();
    const facts = columnFacts(columns, options);
    const rfm = scoreRfm(facts);
    const abc = abcClasses(facts.monetary);
    const { score } = weighTiers(tierBasis(facts, { influence }), WEIGHTS);
    const tiers = assignTiers(score, facts.monetary, { by: 'customers', cutA: 0.2, cutB: 0.5 });
    const took = performance.now() - start;
    if (rfm.scored === 0 || abc.counts[0] === 0 || tiers.counts[0] === 0) throw new RangeError('nobody was scored');
    if (round < 3) continue;
    reading = Math.min(reading, read);
    all = Math.min(all, took);
  }
  if (!Number.isFinite(check)) throw new RangeError('the columns were not read');
  return [
    {
      id: 'tiers',
      ms: all,
      reference: `reading three columns ${reading.toFixed(2)} ms`,
      ratio: all / reading,
      must: 40,
      aim: 15,
      higherIsBetter: false,
    },
    slider({ facts: columnFacts(columns, options), influence, rounds }),
  ];
}

/** What happens at every move: weigh the points that are there, cut, count. */
function slider(given: { facts: ReturnType<typeof columnFacts>; influence: Float64Array; rounds: number }): BenchRow {
  const basis = tierBasis(given.facts, { influence: given.influence });
  const times: number[] = [];
  for (let move = 0; move < given.rounds * 4; move += 1) {
    const start = performance.now();
    const { score } = weighTiers(basis, [50, 20, 10 + (move % 40), 20]);
    const { counts } = assignTiers(score, given.facts.monetary, {
      by: move % 2 === 0 ? 'customers' : 'sales',
      cutA: move % 2 === 0 ? 0.2 : 0.7,
      cutB: move % 2 === 0 ? 0.5 : 0.9,
    });
    if (counts[0] === 0) throw new RangeError('nobody is in A');
    times.push(performance.now() - start);
  }
  const median = times.sort((a, b) => a - b)[times.length >> 1];
  return {
    id: 'tier-slider',
    ms: median,
    reference: 'ms per move, 50,000 customers, median',
    ratio: median,
    must: 50,
    aim: 16,
    higherIsBetter: false,
  };
}

function readColumns({ customer, day, amount }: ReturnType<typeof manyOrders>): number {
  let sum = 0;
  for (let i = 0; i < customer.length; i += 1) sum += customer[i] + day[i] + amount[i];
  return sum;
}
