import type { At } from '~/domain/cell';
import type { DimensionId, MemberCode } from '~/domain/dimension';
import { columnKey, type Plan, WORKING_TARGET } from '~/domain/plan';
import { rowList, SPOKEN } from '~/engine/cube/index';
import { type Grouping, NO_GROUP, sumByDays, sumByMonth } from '~/engine/kpi/index';
import { membersOf, openedPlan, orderSegments, type PlanDocument } from '../document';
import { placeInPlan } from '../focusYear';
import { ancestorsByLevel } from '../members';
import { rowsAt } from '../resolve';
import { nodeFilters, pooledLeaves, treeOf } from './nodeFilters';

/** One level of a dimension, under a node. */
export interface MemberLevel {
  dimension: DimensionId;
  /** Index into the levels of the plan's tree, 0 = top. */
  level: number;
  at: At;
}

/** Member code at a level, by code of the member an order or a line names: pools and trees of the plan applied. */
export function memberAtLevel(
  document: PlanDocument,
  plan: Plan | null,
  { dimension, level }: MemberLevel,
): Uint32Array {
  const members = membersOf(document, dimension);
  const tree = treeOf(document, plan, dimension);
  const leaf = pooledLeaves(document, plan, dimension);
  const above = tree ? ancestorsByLevel(tree, members)[level] : null;
  return Uint32Array.from({ length: members.next }, (_, code) => {
    const planned = leaf ? leaf[code] : code;
    return above ? (above[planned] ?? 0) : planned;
  });
}

/** Net sales of each member by month, minor units: `amount[code * months + month]`. Whether a month is known is asked elsewhere. */
export function memberSales(
  document: PlanDocument,
  plan: Plan | null,
  options: { member: MemberLevel; firstMonth: number; months: number },
): { amount: Float64Array; months: number } {
  const { member, firstMonth, months } = options;
  const by = memberGroups(document, plan, member);
  return { amount: sumByMonth(orderSegments(document), { by, firstMonth, months }).sums, months };
}

/** The same by any buckets of days (`cutsOfSpans`): `amount[code * buckets + bucket]`. */
export function memberSalesByDays(
  document: PlanDocument,
  plan: Plan | null,
  { member, cuts }: { member: MemberLevel; cuts: Int32Array },
): { amount: Float64Array; buckets: number } {
  const { sums, months } = sumByDays(orderSegments(document), { by: memberGroups(document, plan, member), cuts });
  return { amount: sums, buckets: months };
}

function memberGroups(document: PlanDocument, plan: Plan | null, member: MemberLevel): Grouping[] {
  const groupOf = memberAtLevel(document, plan, member);
  const by: Grouping[] = [{ dimension: member.dimension, groupOf, groups: groupOf.length }];
  for (const { dimension, inside } of nodeFilters(document, plan, member.at)) {
    by.unshift({ dimension, groupOf: Uint32Array.from(inside, (flag) => (flag === 1 ? 0 : NO_GROUP)), groups: 1 });
  }
  return by;
}

/** Working targets of each member that has lines, by leaf period; null = blank. */
export function memberTargets(
  document: PlanDocument,
  plan: Plan,
  member: MemberLevel,
): Map<MemberCode, (number | null)[]> {
  const targets = new Map<MemberCode, (number | null)[]>();
  const { open } = document;
  const column = open?.columns.get(columnKey(WORKING_TARGET));
  const dimension = open?.lines.dimensions.indexOf(member.dimension) ?? -1;
  if (!open || open.id !== plan.id || !column || dimension < 0) return targets;
  const first = placeInPlan(openedPlan(document), plan);
  const memberOf = memberAtLevel(document, plan, member);
  const codes = open.lines.codes[dimension];
  const rows = rowList(rowsAt(document, open, member.at));
  for (let i = 0; i < rows.length; i += 1) {
    const position = rows[i];
    const code = memberOf[codes[position]] ?? 0;
    let amounts = targets.get(code);
    if (!amounts) {
      amounts = plan.periods.map(() => null);
      targets.set(code, amounts);
    }
    for (let p = 0; p < amounts.length; p += 1) {
      if ((column.state[first + p][position] & SPOKEN) === 0) continue;
      amounts[p] = (amounts[p] ?? 0) + column.value[first + p][position];
    }
  }
  return targets;
}
