import type { Member } from '~/domain/dimension';
import type { SpreadMethod } from '~/engine/targets/index';
import { membersOf } from '../document';
import { hierarchyOfNode, underNode } from '../members';
import { rampWeights } from '../rampWeights';
import { emptyWeights, type SpreadSource } from './spreadSource';

/**
 * Weights of a spread with what members who ramp up can carry yet: their lines count by `rampWeights` in each period.
 * Equal shares become weights where somebody ramps up; what is there already (proportional) says itself what each can
 * carry and stays. The weights given are changed in place.
 */
export function rampedMethod(source: SpreadSource, method: SpreadMethod): SpreadMethod {
  if (method.kind === 'proportional') return method;
  const ramping = rampingMembers(source);
  if (ramping.length === 0) return method;
  const weight = method.kind === 'weights' ? method.weight : equalWeights(source);
  for (const { column, under, factor } of ramping) {
    const codes = source.open.lines.codes[column];
    for (const row of source.rows) {
      if (under[codes[row]] !== 1) continue;
      for (const period of source.selection.periods) weight[period][row] *= factor[period];
    }
  }
  return { kind: 'weights', weight };
}

interface Ramping {
  /** Place of its dimension in the lines. */
  column: number;
  under: Uint8Array;
  /** By plan period. */
  factor: Float64Array;
}

function rampingMembers({ document, plan, open }: SpreadSource): Ramping[] {
  return open.lines.dimensions.flatMap((dimension, column) => {
    const members = membersOf(document, dimension);
    const ramps = (member: Member | undefined): member is Member =>
      member?.validFrom !== undefined && (member.rampMonths ?? 0) > 0;
    return members.byCode.filter(ramps).map((member) => {
      const hierarchy = hierarchyOfNode(document.records, plan.id, { members, node: member.code });
      const under = underNode(hierarchy, member.code, members.next);
      return { column, under, factor: rampWeights(member, plan.periods) };
    });
  });
}

function equalWeights(source: SpreadSource): Float64Array[] {
  const weight = emptyWeights(source);
  for (const period of source.selection.periods) for (const row of source.rows) weight[period][row] = 1;
  return weight;
}
