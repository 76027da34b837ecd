import type { DimensionId, MemberCode } from '~/domain/dimension';
import type { QualityFinding, QualityItem } from '~/domain/quality';
import { membersOf, orderSegments, type PlanDocument } from '../document';
import { hierarchyOf } from '../members';

/** What the tests of the quality page read. */
export interface QualityScene {
  document: PlanDocument;
  /** How a Chinese name is read. */
  reading?: (name: string) => string;
  today: number;
}

/** Cases that are told one by one. */
export const ITEMS = 50;

/** One doubtful thing of a finding; what is not said is unknown. */
export const item = (part: Partial<QualityItem>): QualityItem => ({
  names: [],
  codes: [],
  because: null,
  day: null,
  month: null,
  amount: null,
  usual: null,
  lines: null,
  source: null,
  fixes: [],
  ...part,
});

/** A finding under an id that stays the same as long as it is about the same, so that a dismissal holds. */
export const finding = (
  part: Pick<QualityFinding, 'kind' | 'severity' | 'items'> & Partial<QualityFinding>,
): QualityFinding => {
  const { dimension = null, what = null } = part;
  return {
    id: [part.kind, dimension, what].filter((word) => word !== null).join('/'),
    dimension,
    what,
    amount: null,
    fix: null,
    dismissed: null,
    ...part,
    count: part.count ?? part.items.length,
    items: part.items.slice(0, ITEMS),
  };
};

/** Net sales and order lines of every member of a dimension, merged members counted where they went. */
export function usageOf(document: PlanDocument, dimension: DimensionId): { sales: Float64Array; lines: Uint32Array } {
  const { next } = membersOf(document, dimension);
  const sales = new Float64Array(next);
  const lines = new Uint32Array(next);
  for (const { count, codes, amount } of orderSegments(document)) {
    const column = codes[dimension];
    if (!column) continue;
    for (let i = 0; i < count; i += 1) {
      sales[column[i]] += amount[i];
      lines[column[i]] += 1;
    }
  }
  return { sales, lines };
}

/** Members that stand at the ends of the workspace's tree, not archived. */
export function leavesOf(document: PlanDocument, dimension: DimensionId): MemberCode[] {
  const { byCode } = membersOf(document, dimension);
  const tree = hierarchyOf(document.records, null, dimension);
  const isInner = new Set(tree?.parent ?? []);
  return byCode.flatMap((member) =>
    member && member.code > 0 && !member.archived && !isInner.has(member.code) ? [member.code] : [],
  );
}
