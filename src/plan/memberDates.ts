import type { Member } from '~/domain/dimension';
import type { Period } from '~/domain/period';
import type { Plan } from '~/domain/plan';
import { type Selection, selectLines } from '~/engine/cube/index';
import { membersOf, type OpenPlan, type PlanDocument } from './document';
import { hierarchyOfNode, underNode } from './members';

type Dates = Pick<Member, 'validFrom' | 'validTo'>;

/** Whether a member takes targets in a period: on some day of it, it is there. A member without dates always is. */
export const isThere = ({ validFrom, validTo }: Dates, { from, to }: Period): boolean =>
  (validFrom === undefined || to >= validFrom) && (validTo === undefined || from <= validTo);

/**
 * The leaf values that members' dates keep shut: lines under a member in the periods before it comes and after it has
 * left. One selection per run of periods, its id naming the member (`datedMemberName`).
 */
export function frozenByDates(document: PlanDocument, open: OpenPlan, plan: Plan): (Selection & { id: string })[] {
  const frozen: (Selection & { id: string })[] = [];
  open.lines.dimensions.forEach((dimension, column) => {
    const members = membersOf(document, dimension);
    for (const member of members.byCode) {
      if (!member || (member.validFrom === undefined && member.validTo === undefined)) continue;
      const periods = plan.periods.flatMap((period, p) => (isThere(member, period) ? [] : [p]));
      if (periods.length === 0) continue;
      const hierarchy = hierarchyOfNode(document.records, plan.id, { members, node: member.code });
      const under = underNode(hierarchy, member.code, members.next);
      frozen.push({ rows: selectLines(open.lines, [{ column, under }]), periods, id: `${DATES}${member.id}` });
    }
  });
  return frozen;
}

const DATES = 'dates:';

/** The name of the member whose dates an id of `frozenByDates` stands for; null for any other id. */
export function datedMemberName(document: PlanDocument, id: string): string | null {
  return id.startsWith(DATES) ? (document.records.member.get(id.slice(DATES.length))?.name ?? null) : null;
}
