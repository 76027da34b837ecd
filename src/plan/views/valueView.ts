import type { ValueQuery, ValueRow, ValueTierLine, ValueView } from '~/domain/customerValue';
import { TIERS } from '~/engine/customers/index';
import type { CustomerFit } from '../customers/customerValue';
import { tiersOn } from '../customers/tiersOn';
import { membersOf, type PlanDocument } from '../document';
import type { Reading } from './nameIndex';
import { namesWith } from './nameIndex';
import { orderCoverage } from './orderCoverage';
import type { ViewCache } from './viewCache';

export interface ValueViewOptions {
  query: ValueQuery;
  cache: ViewCache;
  /** Null without orders. */
  fit: CustomerFit | null;
  reading: Reading | null;
}

/** Silent for this many usual intervals: worth a call. */
const SILENT = 2;
/** With less to lose than this part of the average customer nobody is at risk. */
const NO_STAKE = 0.01;

/** Columns of a fit by row, with what follows from them. */
interface Columns {
  silence: Float64Array;
  atRisk: Float64Array;
  isRisk: Uint8Array;
  tier: Uint8Array;
}

/**
 * What customers are worth by a fit: totals, by tier, the tests of the fit, and the rows of the list that the page shows.
 * At risk is who has been silent for twice the usual interval and has something to lose: worth × (1 − chance of being alive).
 */
export function valueView(document: PlanDocument, options: ValueViewOptions): ValueView {
  const { query, fit } = options;
  const { model, months, discount } = query;
  const coverage = orderCoverage(document);
  const head = { rule: { model, months, discount }, gaps: Math.max(0, (coverage?.stretches.length ?? 0) - 1) };
  if (!fit || !coverage) return { ...EMPTY, ...head };
  const { valued, source } = fit;
  const { frequency } = source.purchases;
  const said = {
    ...head,
    asOf: coverage.asOf,
    from: coverage.from,
    customers: frequency.length,
    repeaters: frequency.reduce((sum, x) => sum + (x > 0 ? 1 : 0), 0),
    refusal: valued.refusal,
    moneyRefusal: valued.moneyRefusal,
    correlation: valued.correlation,
  };
  if (!valued.model) return { ...EMPTY, ...said };
  const columns = columnsOf(document, fit, options.cache, coverage.asOf);
  const order = orderOf(document, options, { fit, columns });
  const { counts, check, money } = valued;
  return {
    ...said,
    model: { ...valued.model },
    money: money && { p: money.p, q: money.q, v: money.v },
    totals: totalsOf(fit, columns),
    tiers: tierLines(fit, columns),
    counts,
    check:
      check && source.heldOut
        ? {
            ...source.heldOut,
            customers: check.customers,
            predicted: check.predicted,
            actual: check.actual,
            meanError: check.meanError,
            plainError: check.plainError,
          }
        : null,
    rows: Array.from(order.slice(query.first, query.first + query.count), (i) => rowOf(document, fit, columns, i)),
    matching: order.length,
  };
}

const EMPTY: Omit<ValueView, 'rule' | 'gaps'> = {
  asOf: null,
  from: null,
  customers: 0,
  repeaters: 0,
  refusal: null,
  moneyRefusal: null,
  model: null,
  money: null,
  correlation: null,
  totals: null,
  tiers: [],
  counts: [],
  check: null,
  rows: [],
  matching: 0,
};

function columnsOf(document: PlanDocument, { source, valued }: CustomerFit, cache: ViewCache, asOf: number): Columns {
  const { code, frequency, firstDay, lastDay } = source.purchases;
  const { worth, alive } = valued;
  const tiers = tiersOn(document, cache, asOf);
  const count = code.length;
  const stake = (NO_STAKE * sumOf(worth)) / Math.max(1, count);
  const columns: Columns = {
    silence: new Float64Array(count).fill(Number.NaN),
    atRisk: new Float64Array(count),
    isRisk: new Uint8Array(count),
    tier: Uint8Array.from(code, (one) => tiers[one]),
  };
  for (let i = 0; i < count; i += 1) {
    if (frequency[i] > 0) columns.silence[i] = ((asOf - lastDay[i]) * frequency[i]) / (lastDay[i] - firstDay[i]);
    columns.atRisk[i] = worth[i] * (1 - alive[i]);
    if (columns.silence[i] >= SILENT && columns.atRisk[i] > stake) columns.isRisk[i] = 1;
  }
  return columns;
}

function totalsOf({ valued }: CustomerFit, { atRisk, isRisk }: Columns): NonNullable<ValueView['totals']> {
  const totals = { worth: 0, atRisk: 0, alive: 0, purchases: 0, riskCustomers: 0 };
  for (let i = 0; i < isRisk.length; i += 1) {
    totals.worth += finite(valued.worth[i]);
    totals.alive += valued.alive[i];
    totals.purchases += valued.purchases[i];
    if (isRisk[i] === 0) continue;
    totals.riskCustomers += 1;
    totals.atRisk += finite(atRisk[i]);
  }
  return totals;
}

function tierLines({ valued }: CustomerFit, { tier, isRisk, atRisk }: Columns): ValueTierLine[] {
  const lines: ValueTierLine[] = [...TIERS, null].map((own) => ({
    tier: own,
    customers: 0,
    alive: 0,
    worth: 0,
    atRisk: 0,
  }));
  for (let i = 0; i < tier.length; i += 1) {
    const line = lines[tier[i] === 0 ? TIERS.length : tier[i] - 1];
    line.customers += 1;
    line.alive += valued.alive[i];
    line.worth += finite(valued.worth[i]);
    if (isRisk[i] === 1) line.atRisk += finite(atRisk[i]);
  }
  return lines.filter(({ customers }) => customers > 0);
}

function orderOf(
  document: PlanDocument,
  { query, reading }: ValueViewOptions,
  { fit, columns }: { fit: CustomerFit; columns: Columns },
): Uint32Array {
  const { code, frequency, lastDay } = fit.source.purchases;
  const members = membersOf(document, 'customer');
  const found = query.search.trim() === '' ? null : namesWith(members, query.search, reading);
  const tier = query.tier === null ? null : TIERS.indexOf(query.tier) + 1;
  const rows: number[] = [];
  for (let i = 0; i < code.length; i += 1) {
    if (query.list === 'risk' && columns.isRisk[i] === 0) continue;
    if (tier !== null && columns.tier[i] !== tier) continue;
    if (query.customer !== undefined && code[i] !== query.customer) continue;
    if (found && found[code[i]] === 0) continue;
    rows.push(i);
  }
  const { by, descending } = query.sort;
  const sign = descending ? -1 : 1;
  if (by === 'name') {
    const collator = new Intl.Collator('zh-CN', { numeric: true });
    const nameAt = (i: number): string => members.byCode[code[i]]?.name ?? '';
    return Uint32Array.from(rows.sort((a, b) => sign * collator.compare(nameAt(a), nameAt(b)) || code[a] - code[b]));
  }
  const { alive, purchases, perPurchase, worth } = fit.valued;
  const { atRisk, silence } = columns;
  const values = { alive, purchases, perPurchase, worth, atRisk, silence, lastDay, days: frequency }[by];
  // What nobody knows stands last, whichever way it is sorted.
  const compare = (a: number, b: number): number =>
    Number(Number.isNaN(values[a])) - Number(Number.isNaN(values[b])) || sign * (values[a] - values[b]) || a - b;
  return Uint32Array.from(rows.sort(compare));
}

function rowOf(document: PlanDocument, { source, valued }: CustomerFit, columns: Columns, i: number): ValueRow {
  const { code, frequency, lastDay } = source.purchases;
  return {
    code: code[i],
    name: membersOf(document, 'customer').byCode[code[i]]?.name ?? '',
    tier: columns.tier[i] === 0 ? null : TIERS[columns.tier[i] - 1],
    days: frequency[i] + 1,
    lastDay: lastDay[i],
    silence: known(columns.silence[i]),
    alive: known(valued.alive[i]),
    purchases: known(valued.purchases[i]),
    perPurchase: known(valued.perPurchase[i]),
    worth: known(valued.worth[i]),
    atRisk: known(columns.atRisk[i]),
  };
}

const known = (value: number): number | null => (Number.isNaN(value) ? null : value);
const finite = (value: number): number => (Number.isNaN(value) ? 0 : value);
const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + finite(value), 0);
