import { civilOf, type Day, monthIndexOf, monthPeriodAt, monthsBefore } from '~/domain/period';
import type { SurveyAnswer, SurveyGroup, SurveyQuery, SurveyView } from '~/domain/serviceView';
import { csatOf, isValidAnswer, latestAnswers, npsOf, scaleOf } from '~/engine/customers/index';
import { memberName, membersOf } from '../document';
import { ancestorsByLevel } from '../members';
import { wordsTest } from './listWindow';
import { treeOf } from './nodeFilters';
import { nameMatcher } from './serviceDue';
import { type ServiceScene, tierName } from './serviceScene';
import { type SurveyFacts, surveyFacts } from './serviceSurveyFacts';

const QUARTERS_SHOWN = 8;
const MONTHS_PER_QUARTER = 3;

/**
 * What customers say: satisfaction and recommendation over the months to a day, the newest answer of every person counting once,
 * by tier, product line and seller (of the answer, else of the customer), and per calendar quarter, where the newest answer of
 * the quarter counts. The list holds every answer, newest first.
 */
export function surveyView(scene: ServiceScene, query: SurveyQuery): SurveyView {
  const all = surveyFacts(scene.document);
  const { on } = scene;
  const from = monthsBefore(on, query.months) + 1;
  const within = rowsBetween(all, from, on);
  const counted = latestAnswers(all, within);
  const matching = within.filter(matcher(scene, all, query)).sort((a, b) => all.day[b] - all.day[a] || b - a);
  const first = Math.max(0, query.first);
  const groups = (of: (row: number) => { id: string; name: string }) => groupsOf(all, counted, of);
  const line = productLines(scene);
  const [seller, product] = [all.facts.code('seller'), all.facts.code('product')];
  return {
    on,
    asOf: all.facts.asOf,
    from,
    csat: csatOf(all, counted),
    nps: npsOf(all, counted),
    byTier: groups((row) => {
      const tier = tierName(scene.tier[all.customer[row]] ?? 0) ?? '';
      return { id: tier, name: tier };
    }).sort((a, b) => (a.id || 'Z').localeCompare(b.id || 'Z')),
    byProductLine: groups((row) => {
      const code = line[product[row]] ?? 0;
      return { id: String(code), name: memberName(scene.document, 'product', code) };
    }),
    bySeller: groups((row) => {
      const code = seller[row] || (scene.seller[all.customer[row]] ?? 0);
      return { id: String(code), name: memberName(scene.document, 'seller', code) };
    }),
    trend: trendOf(all, on),
    answers: matching.slice(first, first + Math.max(0, query.count)).map((row) => answerOf(scene, all, row)),
    matching: matching.length,
    invalid: within.filter((row) => !isValidAnswer(all, row)).length,
  };
}

const rowsBetween = ({ facts, day }: SurveyFacts, from: Day, to: Day): number[] => {
  const rows: number[] = [];
  for (let row = 0; row < facts.count; row += 1) if (day[row] >= from && day[row] <= to) rows.push(row);
  return rows;
};

function matcher(scene: ServiceScene, all: SurveyFacts, query: SurveyQuery): (row: number) => boolean {
  const named = nameMatcher(scene, query.search);
  const said = wordsTest(query.search, scene.reading);
  const [comment, person] = [all.facts.text('comment'), all.facts.text('person')];
  return (row) =>
    (query.kind === null || (all.kind[row] === 1 ? 'nps' : 'csat') === query.kind) &&
    (named(all.customer[row]) ||
      said(comment[row], person[row], memberName(scene.document, 'customer', all.customer[row])));
}

/** Scores per group, most answers first. */
function groupsOf(
  all: SurveyFacts,
  rows: readonly number[],
  of: (row: number) => { id: string; name: string },
): SurveyGroup[] {
  const groups = new Map<string, { name: string; rows: number[] }>();
  for (const row of rows) {
    const { id, name } = of(row);
    const own = groups.get(id);
    if (own) own.rows.push(row);
    else groups.set(id, { name, rows: [row] });
  }
  return [...groups]
    .map(([id, own]) => ({ id, name: own.name, csat: csatOf(all, own.rows), nps: npsOf(all, own.rows) }))
    .sort((a, b) => b.csat.n + b.nps.n - a.csat.n - a.nps.n || a.id.localeCompare(b.id, 'en', { numeric: true }));
}

function trendOf(all: SurveyFacts, on: Day): SurveyView['trend'] {
  const month = monthIndexOf(on);
  const first = month - (month % MONTHS_PER_QUARTER) - MONTHS_PER_QUARTER * (QUARTERS_SHOWN - 1);
  return Array.from({ length: QUARTERS_SHOWN }, (_, i) => {
    const start = first + i * MONTHS_PER_QUARTER;
    const { from } = monthPeriodAt(start);
    const to = Math.min(on, monthPeriodAt(start + MONTHS_PER_QUARTER - 1).to);
    const rows = latestAnswers(all, rowsBetween(all, from, to));
    const { year, month: named } = civilOf(from);
    return {
      quarter: `${year}-Q${(named - 1) / MONTHS_PER_QUARTER + 1}`,
      csat: csatOf(all, rows),
      nps: npsOf(all, rows),
    };
  });
}

function answerOf({ document, seller }: ServiceScene, all: SurveyFacts, row: number): SurveyAnswer {
  const { facts, customer } = all;
  return {
    key: facts.keys[row],
    day: all.day[row],
    customer: customer[row],
    customerName: memberName(document, 'customer', customer[row]),
    person: facts.text('person')[row],
    kind: all.kind[row] === 1 ? 'nps' : 'csat',
    score: all.score[row],
    scale: scaleOf(all, row),
    productName: memberName(document, 'product', facts.code('product')[row]),
    sellerName: memberName(document, 'seller', facts.code('seller')[row] || (seller[customer[row]] ?? 0)),
    comment: facts.text('comment')[row],
  };
}

/** Product code → its topmost group; itself where products have none. */
function productLines({ document, plan }: ServiceScene): ArrayLike<number> {
  const members = membersOf(document, 'product');
  const tree = treeOf(document, plan, 'product');
  const [top] = tree ? ancestorsByLevel(tree, members) : [];
  return Uint32Array.from({ length: members.next }, (_, code) => top?.[code] || code);
}
