import type { FactKind, FactSegment } from '~/domain/fact';
import type { BatchDimension } from '~/domain/order';
import type { PackBatch, TableBatch } from '~/domain/pack';
import { SOURCES } from '~/domain/sourceTable';
import { SAMPLE_DEAL_NAMES, type SampleDealNames } from './sampleDealNames';
import type { SampleDeal } from './sampleDeals';
import { SAMPLE_AS_OF, SELLERS_PER_REGION } from './sampleMarket';
import type { SampleLanguage } from './sampleNames';
import { FIRST_CUSTOMER, FIRST_PRODUCT, FIRST_SELLER } from './segmentWriter';

const WON = 4;
const RESULTS = ['', 'open', 'won', 'lost'];
const NAMED = ['customer', 'product', 'seller', 'region'];

/**
 * The deals of the sample as the pack of two files that a person would have brought: opportunities and their stage changes.
 * `dimensions` are those of the orders, so that every deal names members that are there.
 */
export function samplePipeline(
  deals: readonly SampleDeal[],
  { language, dimensions }: { language: SampleLanguage; dimensions: readonly BatchDimension[] },
): PackBatch {
  const names = SAMPLE_DEAL_NAMES[language];
  const named = dimensions
    .filter(({ dimension }) => NAMED.includes(dimension))
    .map(({ dimension, levels, members }) => ({
      dimension,
      levels,
      members: members.map(({ name, level, parent }) => ({ name, level, parent })),
    }));
  const products = named.find(({ dimension }) => dimension === 'product')?.members ?? [];
  const keys = deals.map((_, n) => `OP-${String(n + 1).padStart(4, '0')}`);
  const titles = deals.map(({ product, purpose }) =>
    names.title(products[FIRST_PRODUCT + product]?.name ?? '', names.purposes[purpose]),
  );
  return {
    orders: null,
    tables: [
      tableOf(opportunities(deals, { keys, titles, names }), { source: names.source, dimensions: named }),
      tableOf(stageHistory(deals, { keys, names }), { source: names.historySource, dimensions: [] }),
    ],
    profiles: [],
  };
}

function opportunities(
  deals: readonly SampleDeal[],
  { keys, titles, names }: { keys: string[]; titles: string[]; names: SampleDealNames },
): FactSegment {
  const numbers = (read: (deal: SampleDeal) => number | null) =>
    Float64Array.from(deals, (deal) => read(deal) ?? Number.NaN);
  const codes = (read: (deal: SampleDeal) => number) => Uint32Array.from(deals, read);
  return {
    kind: 'opportunities',
    count: deals.length,
    keys: deals.map(() => ''),
    numbers: {
      created: numbers(({ created }) => created),
      expected: numbers(({ expected }) => expected),
      closed: numbers(({ closed }) => closed),
      amount: numbers(({ amount }) => amount),
    },
    codes: {
      customer: codes(({ customer }) => FIRST_CUSTOMER + customer),
      product: codes(({ product }) => FIRST_PRODUCT + product),
      seller: codes(({ seller }) => FIRST_SELLER + seller),
      region: codes(({ seller }) => 1 + Math.floor(seller / SELLERS_PER_REGION)),
    },
    texts: {
      key: { at: Uint32Array.from(keys, (_, n) => n + 1), values: ['', ...keys] },
      title: textColumn(titles),
      stage: { at: codes(({ stage }) => stage + 1), values: ['', ...names.stages] },
      result: { at: codes(({ stage }) => (stage < WON ? 1 : stage === WON ? 2 : 3)), values: RESULTS },
      reason: { at: codes(({ reason }) => (reason === null ? 0 : reason + 1)), values: ['', ...names.reasons] },
    },
  };
}

function stageHistory(
  deals: readonly SampleDeal[],
  { keys, names }: { keys: string[]; names: SampleDealNames },
): FactSegment {
  const rows = deals.flatMap(({ path }, n) => path.map((step) => ({ ...step, n })));
  return {
    kind: 'stageHistory',
    count: rows.length,
    keys: rows.map(() => ''),
    numbers: { day: Float64Array.from(rows, ({ day }) => day) },
    codes: {},
    texts: {
      key: { at: Uint32Array.from(rows, ({ n }) => n + 1), values: ['', ...keys] },
      stage: { at: Uint32Array.from(rows, ({ stage }) => stage + 1), values: ['', ...names.stages] },
    },
  };
}

function textColumn(texts: readonly string[]): { at: Uint32Array; values: string[] } {
  const places = new Map([['', 0]]);
  for (const text of texts) if (!places.has(text)) places.set(text, places.size);
  return { at: Uint32Array.from(texts, (text) => places.get(text) ?? 0), values: [...places.keys()] };
}

function tableOf(
  segment: FactSegment,
  { source, dimensions }: { source: string; dimensions: BatchDimension[] },
): TableBatch {
  const kind: FactKind = segment.kind;
  const { key, dated } = SOURCES[kind];
  const days = Array.from(segment.numbers[dated ?? ''] ?? []).filter((day) => !Number.isNaN(day));
  const amounts = segment.numbers.amount;
  return {
    table: source,
    report: {
      kind,
      name: source,
      asOf: SAMPLE_AS_OF,
      from: Math.min(...days),
      to: Math.max(...days),
      rowsIn: segment.count,
      kept: segment.count,
      reported: 0,
      byReason: {},
      amount: amounts ? amounts.reduce((sum, amount) => sum + (Number.isNaN(amount) ? 0 : amount), 0) : null,
      whole: false,
    },
    rule: 'update',
    key: [...key],
    dimensions,
    segments: [segment],
    rows: Uint32Array.from({ length: segment.count }, (_, row) => row + 2),
  };
}
