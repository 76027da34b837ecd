import type { RebateQuery, RebateRow, RebateView } from '~/domain/priceView';
import { TIERS } from '~/engine/customers/index';
import { memberName, membersOf, type PlanDocument } from '../document';
import { factsOf } from '../sources/facts';
import { sortRows, windowOf } from './listWindow';
import { nameTest, type Reading } from './nameIndex';
import { priceScene } from './priceScene';
import { type RebateStanding, rebateStandings } from './rebateFigures';
import type { ViewCache } from './viewCache';

/** Who stands where in a rebate programme: what is accrued, what the end will pay, and who is just below the next step. */
export function rebateView(
  document: PlanDocument,
  { query, cache, reading = null }: { query: RebateQuery; cache: ViewCache; reading?: Reading | null },
): RebateView {
  const scene = priceScene(document, cache);
  const programme = document.records.rebateProgramme.get(query.programme) ?? null;
  const total = { customers: 0, sales: 0, accrued: 0, atEnd: 0, near: 0, paid: 0 };
  if (!scene || !programme) return { asOf: scene?.coverage.asOf ?? null, programme, total, rows: [], matching: 0 };
  const standings = rebateStandings(scene, programme);
  for (const { sales, accrued, atEnd, near } of standings) {
    total.customers += 1;
    total.sales += sales;
    total.accrued += accrued;
    total.atEnd += atEnd ?? 0;
    total.near += near ? 1 : 0;
  }
  const named = nameTest(membersOf(document, 'customer'), query.search, reading);
  const rows = standings
    .filter(({ near, accrued }) => (query.only === 'near' ? near : query.only === 'earning' ? accrued > 0 : true))
    .filter(({ code }) => named(code))
    .map((standing): RebateRow => rowOf(document, standing, scene.tier[standing.code]));
  sortRows(rows, (row) => row[query.sort.by], query.sort.descending);
  return {
    asOf: scene.coverage.asOf,
    programme,
    total: { ...total, paid: paidRebates(document, programme) },
    rows: windowOf(rows, query),
    matching: rows.length,
  };
}

const rowOf = (document: PlanDocument, standing: RebateStanding, tier: string): RebateRow => {
  const { code, sales, forecast, reached, reachedAtEnd, accrued, atEnd, toNext, extra, near } = standing;
  return {
    code,
    name: memberName(document, 'customer', code),
    tier: TIERS.find((one) => one === tier) ?? null,
    sales,
    forecast,
    reached,
    reachedAtEnd,
    step: standing.now.step + 1,
    stepAtEnd: standing.end.step + 1,
    accrued,
    atEnd,
    toNext,
    extra,
    near,
  };
};

/** Rebates that the facts say were paid in the days of the programme. */
function paidRebates(document: PlanDocument, { from, to }: { from: number; to: number }): number {
  const rebates = factsOf(document, 'rebates');
  const day = rebates.number('day');
  const amount = rebates.number('amount');
  const paid = rebates.number('paid');
  let sum = 0;
  for (let i = 0; i < rebates.count; i += 1) {
    if (paid[i] === 1 && day[i] >= from && day[i] <= to) sum += amount[i] || 0;
  }
  return sum;
}
