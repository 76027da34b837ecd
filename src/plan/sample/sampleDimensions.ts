import type { BatchDimension, BatchMember } from '~/domain/order';
import type { SampleCustomers } from './sampleCustomers';
import { CATEGORIES, PRODUCTS } from './sampleMarket';
import type { SampleNames } from './sampleNames';

/** Member tables of the sample: *unassigned* first, then level by level from the top. */
export function sampleDimensions(customers: SampleCustomers, names: SampleNames): BatchDimension[] {
  return [
    flat('region', names.regions),
    flat('seller', names.sellers),
    nested({
      dimension: 'product',
      levels: ['category', 'item'],
      tops: names.categories,
      leaves: names.products.map((name, p) => ({ name, top: Math.floor(p / (PRODUCTS / CATEGORIES)) })),
    }),
    customerDimension(customers, names),
    flat('salesMode', names.salesModes),
    flat('settlementMethod', names.settlementMethods),
  ];
}

const unassigned = (level: string): BatchMember => ({ name: '', level, parent: 0 });

function flat(dimension: string, names: readonly string[]): BatchDimension {
  const members = names.map((name) => ({ name, level: dimension, parent: 0 }));
  return { dimension, levels: [dimension], members: [unassigned(dimension), ...members] };
}

interface Nested {
  dimension: string;
  levels: [top: string, leaf: string];
  tops: readonly string[];
  leaves: { name: string; top: number; attributes?: BatchMember['attributes'] }[];
}

function nested({ dimension, levels, tops, leaves }: Nested): BatchDimension {
  const [topLevel, leafLevel] = levels;
  const members: BatchMember[] = [unassigned(leafLevel)];
  for (const name of tops) members.push({ name, level: topLevel, parent: 0 });
  for (const { name, top, attributes } of leaves) {
    members.push({ name, level: leafLevel, parent: 1 + top, ...(attributes ? { attributes } : {}) });
  }
  return { dimension, levels, members };
}

function customerDimension(customers: SampleCustomers, names: SampleNames): BatchDimension {
  const leaves: Nested['leaves'] = [];
  for (let c = 0; c < customers.count; c++) {
    leaves.push({
      name: customerName(c, customers.type[c], names),
      top: customers.type[c],
      attributes: {
        influence: customers.influence[c],
        salesMode: names.salesModes[customers.salesMode[c] - 1],
        settlementMethod: names.settlementMethods[customers.settlementMethod[c] - 1],
      },
    });
  }
  return nested({ dimension: 'customer', levels: ['type', 'customer'], tops: names.customerTypes, leaves });
}

/** Brands repeat after 1,600 customers; from then on the branch number tells them apart. */
function customerName(c: number, type: number, names: SampleNames): string {
  const starts = names.brandStarts.length;
  const brands = starts * names.brandEnds.length;
  // A stride without common divisor visits every brand once and keeps neighbours unlike.
  const brand = (c * 567 + 211) % brands;
  const word = names.brandStarts[brand % starts] + names.brandEnds[Math.floor(brand / starts)];
  const gap = /[a-z]$/i.test(word) ? ' ' : '';
  const name = `${word}${gap}${names.customerEndings[type]}`;
  const round = Math.floor(c / brands);
  return round === 0 ? name : names.branch(name, round + 1);
}
