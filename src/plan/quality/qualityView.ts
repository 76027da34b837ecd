import type { QualityFinding, QualityView } from '~/domain/quality';
import { SOURCE_KINDS } from '~/domain/source';
import { orderSegments } from '../document';
import { factsOf } from '../sources/facts';
import { orderCoverage } from '../views/orderCoverage';
import { factFindings } from './factFindings';
import { isFactKind } from './isFactKind';
import { memberFindings } from './memberFindings';
import { orderFindings } from './orderFindings';
import type { QualityScene } from './scene';

const RANK = { bad: 0, warn: 1, note: 2 } as const;

/**
 * Everything doubtful in members, orders and facts, open findings first, the worst and dearest at the top; those that a person
 * let stand come last. Nothing is changed by looking. An empty workspace has no findings.
 */
export function qualityView(scene: QualityScene): QualityView {
  const { document } = scene;
  const found = [
    ...[...document.members.keys()].flatMap((dimension) => memberFindings(scene, dimension)),
    ...orderFindings(scene),
    ...factFindings(scene),
  ].map((one): QualityFinding => ({ ...one, dismissed: document.records.dismissal.get(one.id)?.why ?? null }));
  found.sort(
    (a, b) =>
      Number(a.dismissed !== null) - Number(b.dismissed !== null) ||
      RANK[a.severity] - RANK[b.severity] ||
      Math.abs(b.amount ?? 0) - Math.abs(a.amount ?? 0) ||
      b.count - a.count ||
      (a.id < b.id ? -1 : 1),
  );
  let members = 0;
  for (const { byCode } of document.members.values()) members += byCode.filter((one) => one && !one.archived).length;
  return {
    asOf: orderCoverage(document)?.asOf ?? null,
    lines: orderSegments(document).reduce((sum, { count }) => sum + count, 0),
    members,
    findings: found,
    kinds: SOURCE_KINDS.filter((kind) => isFactKind(kind) && factsOf(document, kind).count > 0),
  };
}
