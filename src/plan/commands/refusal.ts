import type { Hold } from '~/domain/cell';
import type { Issue } from '~/domain/issue';
import { memberName, type PlanDocument } from '../document';

/** Puts names in the place of hold ids, so that a refusal says which holds stand in the way. */
export function refusalWithNames(document: PlanDocument, found: Issue, heldLeaves = 0): Issue {
  const ids = found.params?.holds;
  if (typeof ids !== 'string') return found;
  const cells: Record<string, number> = heldLeaves > 0 ? { cells: heldLeaves } : {};
  if (ids === '') return { ...found, params: { ...found.params, ...cells } };
  const names = ids.split(',').map((id) => {
    const hold = document.records.hold.get(id.trim());
    return hold ? holdName(document, hold) : id;
  });
  return { ...found, params: { ...found.params, ...cells, holds: names.join('; '), holdIds: ids } };
}

/** «East · Li Wei · 2026-03»: the members on the path and the periods of a hold. */
export function holdName(document: PlanDocument, hold: Hold): string {
  const names = Object.entries(hold.cell.at).map(([dimension, code]) => memberName(document, dimension, code));
  const { periods } = hold.cell;
  const when = periods.length === 1 ? periods[0] : `${periods[0]} – ${periods.at(-1)}`;
  return [...names, when].filter((part) => part !== '').join(' · ');
}
