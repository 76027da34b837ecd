import type { NodeOutlook } from '~/domain/outlook';
import { type Day, monthPeriodAt } from '~/domain/period';
import type { SourceFacts } from '~/engine/kpi/index';
import type { PlanDocument } from '../document';
import { factsOf } from '../sources/facts';
import { creditRuleOf } from './creditRule';
import { kpiDeals } from './kpiDeals';
import { kpiKept } from './kpiKept';
import { kpiMargins } from './kpiMargins';
import { kpiMarket } from './kpiMarket';
import { kpiSourceRows, pick, type SourceNode } from './kpiSourceRows';
import { kpiVisits } from './kpiVisits';
import { complaintFacts } from './serviceComplaintFacts';
import { type ServiceScene, serviceScene } from './serviceScene';
import { surveyFacts } from './serviceSurveyFacts';
import type { ViewCache } from './viewCache';

/** A contract counts as renewed when the next one begins within so many days after it (kpi sheet §2). */
const RENEWAL_DAYS = 30;

/**
 * What surveys, complaints, visits, contracts, training, cash, receivables, spend, costs and market sizes say about a node. A
 * source without rows, or one that cannot be told apart at this depth, is left out: the KPIs that need it stay folded.
 */
export function kpiSources(
  document: PlanDocument,
  node: SourceNode,
  { cache, outlook, today }: { cache: ViewCache; outlook: NodeOutlook | null; today: Day },
): SourceFacts {
  let scene: ServiceScene | null = null;
  const service = (): ServiceScene => {
    scene ??= serviceScene(document, { on: node.on, today: node.on, cache });
    return scene;
  };
  const { hasHistory, ...deals } = kpiDeals(document, node, { cache, outlook, today });
  const sources: Omit<SourceFacts, 'has'> = {
    ...surveysOf(document, node),
    ...complaintsOf(document, node, service),
    ...kpiVisits(document, node, service),
    ...contractsOf(document, node),
    ...trainingOf(document, node),
    ...cashOf(document, node),
    ...receivablesOf(document, node),
    ...spendOf(document, node),
    ...kpiMargins(document, node),
    ...kpiMarket(document, node),
    ...deals,
    ...kpiKept(document, node),
  };
  return {
    ...sources,
    has: {
      surveys: sources.surveys !== undefined,
      complaints: sources.complaints !== undefined,
      visits: factsOf(document, 'visits').count > 0,
      cadence: sources.visits !== undefined,
      contracts: sources.contracts !== undefined,
      training: sources.training !== undefined,
      collections: sources.collections !== undefined,
      receivables: sources.receivables !== undefined,
      spend: sources.spend !== undefined,
      cost: sources.margins !== undefined,
      marketSize: sources.market !== undefined,
      opportunities: sources.deals !== undefined,
      leads: sources.deals !== undefined,
      stageHistory: hasHistory,
      forecasts: Boolean(sources.deals?.cover),
      keptForecasts: sources.kept !== undefined,
    },
  };
}

function surveysOf(document: PlanDocument, node: SourceNode): Pick<SourceFacts, 'surveys'> {
  const found = kpiSourceRows(document, 'surveys', node);
  if (!found) return {};
  const { day, person, kind, score, scale } = surveyFacts(document);
  const { rows, asOf } = found;
  return {
    surveys: {
      asOf,
      day: pick(day, rows),
      person: Uint32Array.from(rows, (row) => person[row]),
      kind: Uint8Array.from(rows, (row) => kind[row]),
      score: pick(score, rows),
      scale: pick(scale, rows),
    },
  };
}

function complaintsOf(
  document: PlanDocument,
  node: SourceNode,
  service: () => ServiceScene,
): Pick<SourceFacts, 'complaints'> {
  const found = kpiSourceRows(document, 'complaints', node);
  if (!found) return {};
  const { day, deadline, closed } = complaintFacts(service());
  const { rows, asOf } = found;
  // A closing that is on record says that the list reaches so far.
  const newest = rows.reduce((last, row) => (closed[row] > last ? closed[row] : last), asOf);
  return {
    complaints: {
      asOf: Math.min(newest, node.on),
      day: pick(day, rows),
      deadline: pick(deadline, rows),
      closed: pick(closed, rows),
    },
  };
}

function contractsOf(document: PlanDocument, node: SourceNode): Pick<SourceFacts, 'contracts'> {
  const found = kpiSourceRows(document, 'contracts', node);
  if (!found) return {};
  const { facts, rows, asOf } = found;
  const [customer, product] = [facts.code('customer'), facts.code('product')];
  const [day, until, flag] = [facts.number('day'), facts.number('until'), facts.number('renewed')];
  const byCustomer = new Map<number, number[]>();
  for (let row = 0; row < facts.count; row += 1) {
    byCustomer.set(customer[row], [...(byCustomer.get(customer[row]) ?? []), row]);
  }
  const isNext = (row: number, other: number): boolean =>
    (product[row] === product[other] || product[row] === 0 || product[other] === 0) &&
    day[other] > day[row] &&
    until[other] > until[row] &&
    day[other] <= until[row] + RENEWAL_DAYS;
  const isRenewed = (row: number): boolean =>
    flag[row] === 1 || (byCustomer.get(customer[row]) ?? []).some((other) => other !== row && isNext(row, other));
  return {
    contracts: {
      asOf: Math.max(asOf, Math.min(node.on, newestOf(until, rows))),
      until: pick(until, rows),
      renewed: Int8Array.from(rows, (row) =>
        isRenewed(row) ? 1 : flag[row] === 0 || until[row] + RENEWAL_DAYS <= node.on ? 0 : -1,
      ),
    },
  };
}

function trainingOf(document: PlanDocument, node: SourceNode): Pick<SourceFacts, 'training'> {
  const found = kpiSourceRows(document, 'training', node);
  if (!found) return {};
  const { facts, rows, asOf } = found;
  const [seller, course, passed] = [facts.code('seller'), facts.text('course'), facts.number('passed')];
  const pairs = new Map<string, number>();
  return {
    training: {
      asOf,
      day: pick(facts.number('day'), rows),
      pair: Uint32Array.from(rows, (row) => {
        const key = `${seller[row]}|${course[row]}`;
        const pair = pairs.get(key) ?? pairs.size;
        pairs.set(key, pair);
        return pair;
      }),
      passed: Uint8Array.from(rows, (row) => (passed[row] === 1 ? 1 : 0)),
    },
  };
}

function cashOf(document: PlanDocument, node: SourceNode): Pick<SourceFacts, 'collections' | 'rebates'> {
  const cash = kpiSourceRows(document, 'collections', node);
  const rebates = kpiSourceRows(document, 'rebates', node);
  const amounts = ({ facts, rows, asOf }: NonNullable<typeof cash>, taxFactor: number) => ({
    asOf,
    day: pick(facts.number('day'), rows),
    amount: pick(facts.number('amount'), rows),
    taxFactor,
  });
  return {
    ...(cash ? { collections: amounts(cash, 1 + creditRuleOf(document).taxRate) } : {}),
    ...(rebates ? { rebates: amounts(rebates, 1) } : {}),
  };
}

function receivablesOf(document: PlanDocument, node: SourceNode): Pick<SourceFacts, 'receivables'> {
  const found = kpiSourceRows(document, 'receivables', node);
  if (!found) return {};
  const { facts, rows, asOf } = found;
  return { receivables: { asOf, due: pick(facts.number('due'), rows), amount: pick(facts.number('amount'), rows) } };
}

function spendOf(document: PlanDocument, node: SourceNode): Pick<SourceFacts, 'spend'> {
  const found = kpiSourceRows(document, 'channelSpend', node);
  if (!found) return {};
  const { facts, rows } = found;
  const month = facts.number('month');
  const day = Float64Array.from(rows, (row) =>
    Number.isNaN(month[row]) ? Number.NaN : monthPeriodAt(month[row]).from,
  );
  // Spend is known by whole months: the last one that it names is complete.
  const last = newestOf(month, rows);
  const asOf = facts.asOf ?? (Number.isFinite(last) ? monthPeriodAt(last).to : node.on);
  return { spend: { asOf, day, amount: pick(facts.number('amount'), rows) } };
}

const newestOf = (column: ArrayLike<number>, rows: readonly number[]): number => {
  let newest = Number.NEGATIVE_INFINITY;
  for (const row of rows) if (column[row] > newest) newest = column[row];
  return newest;
};
