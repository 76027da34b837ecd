import type { SourceView } from '~/domain/view';
import type { PlanDocument } from '../document';

/** What was brought in, member counts per dimension, and what the store says about itself. */
export function sourceView(
  document: PlanDocument,
  options: { entries: number; storage: SourceView['storage'] },
): SourceView {
  const imports = [...document.records.import.values()].map(({ id, name, importedAt, report, coverage }) => ({
    id,
    name,
    importedAt,
    kept: report.kept,
    reported: report.reported,
    amount: report.amount,
    from: coverage.from,
    to: coverage.to,
  }));
  const members = [...document.members.values()].map(({ dimension, byCode }) => ({
    dimension,
    members: byCode.reduce((count, member) => count + (member && !member.archived ? 1 : 0), 0),
  }));
  return { imports, members, storage: options.storage, entries: options.entries };
}
