import type { PlanSettings } from '~/domain/command';
import type { OrderBatch, OrderSegment } from '~/domain/order';
import type { PackBatch } from '~/domain/pack';
import type { Day } from '~/domain/period';
import { createRandom } from '~/engine/numeric';
import { sampleCustomers } from './sampleCustomers';
import { sampleDeals } from './sampleDeals';
import { sampleDemand } from './sampleDemand';
import { sampleDimensions } from './sampleDimensions';
import { CUSTOMERS, SAMPLE_AS_OF, SAMPLE_FROM } from './sampleMarket';
import { SAMPLE_NAMES, type SampleLanguage, type SampleNames } from './sampleNames';
import { sampleOrders } from './sampleOrders';
import { samplePipeline } from './samplePipeline';
import { type SampleStory, sampleSettings, sampleStory } from './sampleStory';

export interface Sample {
  batch: OrderBatch;
  /** Deals on their way and what became of the others, with every change of stage. */
  pipeline: PackBatch;
  plan: PlanSettings;
  story: SampleStory;
  /** The date the sample is read on. */
  asOf: Day;
}

const DEALS_SEED = 7919;

/**
 * A believable distributor of lubricants: four regions, twelve products and sellers, 240 customers and 36 months of
 * orders worth about a hundred million a year, with season, growth, Spring Festival, returns, customers that come and
 * go, East behind pace in 2026, one seller with a target out of reach and some 240 deals. `scale` multiplies customers and orders.
 * The same seed gives the same bytes on every machine; the two languages differ in names and currency only. Amounts
 * are in minor units, rounded once per line. All numbers are made up.
 */
export function createSample(options: { language: SampleLanguage; seed: number; scale: number }): Sample {
  const { language, seed, scale } = options;
  if (!Number.isInteger(scale) || scale < 1)
    throw new RangeError(`scale of the sample is not a whole number: ${scale}`);
  const names = SAMPLE_NAMES[language];
  const random = createRandom(seed);
  const customers = sampleCustomers(CUSTOMERS * scale, random);
  const segments = sampleOrders({ customers, demand: sampleDemand(), random });
  const dimensions = sampleDimensions(customers, names);
  // Numbers of their own, so that the orders are what they were before there were deals.
  const deals = sampleDeals(customers, createRandom(seed + DEALS_SEED));
  return {
    batch: {
      name: names.source,
      dimensions,
      segments,
      coverage: { from: SAMPLE_FROM, to: SAMPLE_AS_OF },
      report: reportOf(segments, names),
    },
    pipeline: samplePipeline(deals, { language, dimensions }),
    plan: sampleSettings(names, scale),
    story: sampleStory(segments, scale),
    asOf: SAMPLE_AS_OF,
  };
}

function reportOf(segments: readonly OrderSegment[], names: SampleNames): OrderBatch['report'] {
  let kept = 0;
  let total = 0;
  for (const { count, amount } of segments) {
    kept += count;
    for (let i = 0; i < count; i++) total += amount[i];
  }
  return {
    source: names.source,
    rowsIn: kept,
    kept,
    reported: 0,
    byReason: {},
    warnings: {},
    amount: total,
    rows: [],
    headers: [],
    unmatched: [],
  };
}
