import type { TableBatch } from '~/domain/pack';
import { membersOf, type PlanDocument } from '../document';
import type { MemberIntake } from './memberIntake';
import type { PlannedTable } from './plannedPack';

/**
 * Takes a list of members in: the first dimension of the table are the members with what stands above them. Known ones get
 * the attributes and spellings the list adds, unless only new ones are wanted. Nobody goes because a list leaves him out: he
 * may have orders.
 */
export function takeMembers(
  document: PlanDocument,
  intake: MemberIntake,
  { dimensions, rule }: TableBatch,
): Omit<PlannedTable, 'table' | 'kind'> {
  const batch = dimensions[0];
  const leaf = batch.levels.at(-1) ?? batch.dimension;
  const before = membersOf(document, batch.dimension).byCode.filter(
    (member) => member && !member.archived && member.level === leaf,
  ).length;
  const unknown = new Set(intake.unknown(batch));
  const members =
    rule === 'onlyNew'
      ? batch.members.map((entry, i) => (unknown.has(i) ? entry : { name: entry.name, level: entry.level, parent: 0 }))
      : batch.members;
  const codes = intake.take({ ...batch, members });
  const merge = { new: 0, changed: 0, same: 0, gone: 0 };
  batch.members.forEach((entry, i) => {
    if (i > 0 && entry.level === leaf) merge[intake.standing(batch.dimension, codes[i])] += 1;
  });
  return {
    merge,
    before: { rows: before, amount: null },
    after: { rows: before + merge.new, amount: null },
    left: [],
    unmatched: [],
  };
}
