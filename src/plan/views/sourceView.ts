import type { Member } from '~/domain/dimension';
import { troubledRows } from '~/domain/onPurpose';
import type { SourceView } from '~/domain/view';
import type { PlanDocument } from '../document';

/** Members of the last level: what people mean by «12 products». */
function leafTest(document: PlanDocument): (member: Member) => boolean {
  const leaf = new Map<string, string | undefined>();
  for (const { plan, dimension, levels } of document.records.hierarchy.values()) {
    if (plan === null) leaf.set(dimension, levels.at(-1));
  }
  return (member) => (leaf.get(member.dimension) ?? member.level) === member.level;
}

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
    reported: troubledRows(report.byReason),
    amount: report.amount,
    from: coverage.from,
    to: coverage.to,
  }));
  const facts = [...document.records.sourceImport.values()].map(
    ({ id, kind, name, importedAt, kept, byReason, amount, from, to }) => ({
      id,
      kind,
      name,
      importedAt,
      kept,
      reported: troubledRows(byReason),
      amount,
      from,
      to,
    }),
  );
  const isLeaf = leafTest(document);
  const members = [...document.members.values()].map(({ dimension, byCode }) => ({
    dimension,
    members: byCode.reduce((count, member) => count + (member && !member.archived && isLeaf(member) ? 1 : 0), 0),
  }));
  return { imports, facts, members, storage: options.storage, entries: options.entries };
}
