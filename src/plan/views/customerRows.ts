import { ratioOf } from '~/domain/ratio';
import type { CustomerRow, CustomersQuery } from '~/domain/view';
import { RFM_GROUPS, type RfmScores, TIERS } from '~/engine/customers/index';
import { memberName, membersOf, type PlanDocument } from '../document';
import { rankByName } from './customerFigures';
import { nameTest, type Reading } from './nameIndex';
import type { ScoredCustomers } from './scoreCustomers';
import { sortedWindow } from './sortedWindow';
import type { CustomerFigures } from './viewCache';

interface RowSource {
  figures: CustomerFigures;
  scored: ScoredCustomers;
  rfm: RfmScores;
  /** By customer code: 0, or 1 + the place in RFM_GROUPS. */
  groups: Uint8Array;
  /** The tiers that these are compared with; null = with none. */
  before: Uint8Array | null;
  query: CustomersQuery;
  reading: Reading | null;
}

/**
 * The rows of the window after search, filter and sort. Every word of the search must be found in name, alias or reading,
 * whatever case or width. Customers without the figure that is sorted by come last either way; equal ones by code.
 */
export function customerRows(document: PlanDocument, source: RowSource): { rows: CustomerRow[]; matching: number } {
  const { figures, query } = source;
  const codes = figures.codes.filter(matcher(document, source));
  const key = sortKey(document, source);
  const direction = query.sort.descending ? -1 : 1;
  const keys = new Float64Array(codes.length);
  for (let i = 0; i < codes.length; i += 1) {
    const own = key(codes[i]);
    keys[i] = own === null ? Number.POSITIVE_INFINITY : direction * own;
  }
  let total = 0;
  for (const code of figures.codes) total += figures.facts.monetary[code];
  const window = sortedWindow(codes, keys, query);
  return { rows: Array.from(window, (code) => rowOf(document, source, { code, total })), matching: codes.length };
}

function matcher(
  document: PlanDocument,
  { scored, rfm, groups, before, query, reading }: RowSource,
): (code: number) => boolean {
  const named = nameTest(membersOf(document, 'customer'), query.search, reading);
  const group = query.group ? (RFM_GROUPS as readonly string[]).indexOf(query.group) + 1 : null;
  const { moved = null } = query;
  const tier = query.tier === null ? null : TIERS.indexOf(query.tier) + 1;
  return (code) =>
    (tier === null || scored.assignment.tier[code] === tier) &&
    (group === null || groups[code] === group) &&
    (moved === null || moveOf(before?.[code] ?? 0, scored.assignment.tier[code]) === moved) &&
    (query.rfm === null || (rfm.recency[code] === query.rfm.r && rfm.frequency[code] === query.rfm.f)) &&
    named(code);
}

const moveOf = (before: number, now: number): 'up' | 'down' | null =>
  before === 0 || now === 0 || before === now ? null : now < before ? 'up' : 'down';

/** The number a row is sorted by; null = it has none. */
function sortKey(document: PlanDocument, { figures, scored, query }: RowSource): (code: number) => number | null {
  const { facts } = figures;
  const { score, assignment } = scored;
  switch (query.sort.by) {
    case 'name': {
      const rank = rankByName(document, figures);
      return (code) => rank[code];
    }
    case 'tier':
      return (code) => assignment.tier[code] || null;
    case 'score':
      return (code) => (Number.isNaN(score[code]) ? null : score[code]);
    case 'recencyDays':
      return (code) => (facts.any[code] === 1 ? facts.recencyDays[code] : null);
    case 'frequency':
      return (code) => facts.frequency[code];
    case 'monetary':
      return (code) => facts.monetary[code];
  }
}

function rowOf(
  document: PlanDocument,
  { figures: { facts }, scored: { score, assignment }, rfm, before }: RowSource,
  { code, total }: { code: number; total: number },
): CustomerRow {
  const isKnown = facts.any[code] === 1;
  const isScored = rfm.recency[code] > 0;
  const pinned = assignment.pinned[code] === 1;
  const tier = TIERS[assignment.tier[code] - 1] ?? null;
  const ruleTier = TIERS[assignment.ruleTier[code] - 1] ?? null;
  return {
    code,
    name: memberName(document, 'customer', code),
    tier,
    pinned,
    ruleTier: pinned && ruleTier !== tier ? ruleTier : null,
    before: TIERS[(before?.[code] ?? 0) - 1] ?? null,
    waiting: assignment.waiting[code] === 1,
    score: Number.isNaN(score[code]) ? null : score[code],
    recencyDays: isKnown ? facts.recencyDays[code] : null,
    frequency: facts.frequency[code],
    monetary: facts.monetary[code],
    rfm: isScored ? `${rfm.recency[code]}${rfm.frequency[code]}${rfm.monetary[code]}` : null,
    share: total > 0 ? ratioOf(facts.monetary[code], total) : null,
  };
}
