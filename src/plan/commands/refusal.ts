import type { CellRef, Hold } from '~/domain/cell';
import type { Issue } from '~/domain/issue';
import type { Limit } from '~/domain/spread';
import { memberName, type PlanDocument } from '../document';
import { datedMemberName } from '../memberDates';

/**
 * Puts names in the place of the ids of holds and limits, so that a refusal says what stands in the way; the ids stay
 * beside them as `holdIds` and `limitIds`, so that the page can show and release it. `heldLeaves` is how many single
 * leaf values below are held by themselves.
 */
export function refusalWithNames(document: PlanDocument, found: Issue, heldLeaves = 0): Issue {
  const holds = namesOf(found.params?.holds, (id) => document.records.hold.get(id), document);
  const limits = namesOf(found.params?.limits, (id) => document.records.limit.get(id), document);
  if (found.params?.holds === undefined && found.params?.limits === undefined) return found;
  return {
    ...found,
    params: {
      ...found.params,
      ...(heldLeaves > 0 && holds ? { cells: heldLeaves } : {}),
      ...(holds?.names ? { holds: holds.names, holdIds: holds.ids } : {}),
      ...(limits?.ids ? { limits: limits.names, limitIds: limits.ids } : {}),
    },
  };
}

/** The names of records by their ids in one text; null where there is no such text. */
function namesOf(
  ids: string | number | undefined,
  record: (id: string) => Hold | Limit | undefined,
  document: PlanDocument,
): { ids: string; names: string } | null {
  if (typeof ids !== 'string') return null;
  const each = ids
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  const names = each.map((id) => {
    const found = record(id);
    return found ? cellName(document, found.cell) : (datedMemberName(document, id) ?? id);
  });
  // Dates of a member are no lock that could be shown or released.
  const locks = each.filter((id) => datedMemberName(document, id) === null);
  return { ids: locks.join(','), names: names.join('; ') };
}

/** «East · Li Wei · 2026-03»: the members on the path and the periods of a hold. */
export const holdName = (document: PlanDocument, hold: Hold): string => cellName(document, hold.cell);

/** The members on the path and the periods of a cell. */
export function cellName(document: PlanDocument, { at, periods }: Pick<CellRef, 'at' | 'periods'>): string {
  const names = Object.entries(at).map(([dimension, code]) => memberName(document, dimension, code));
  const when = periods.length <= 1 ? (periods[0] ?? '') : `${periods[0]} – ${periods.at(-1)}`;
  return [...names, when].filter((part) => part !== '').join(' · ');
}
