import { membersOf, type PlanDocument } from '../document';

/** Attribute of a member of the customers that is a class of them: the tree it was made for. */
export const CLASS_OF = 'classOf';

/** Codes that are customers: leaves, not archived, neither *unassigned* nor the pooled member of a plan; in order of creation. */
export function customerCodes(document: PlanDocument): Uint32Array {
  const { byCode } = membersOf(document, 'customer');
  const apart = new Uint8Array(byCode.length);
  for (const plan of document.records.plan.values()) {
    for (const pool of plan.pools) if (pool.dimension === 'customer' && !pool.only) apart[pool.member] = 1;
  }
  for (const { dimension, parent } of document.records.hierarchy.values()) {
    if (dimension === 'customer') for (const code of parent) apart[code] = 1;
  }
  const codes: number[] = [];
  for (let code = 1; code < byCode.length; code += 1) {
    const member = byCode[code];
    // A class of customers stays a member when the tree it stood in is gone.
    if (member && !member.archived && apart[code] === 0 && member.attributes[CLASS_OF] === undefined) codes.push(code);
  }
  return Uint32Array.from(codes);
}
