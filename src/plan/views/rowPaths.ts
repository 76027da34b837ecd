import type { At } from '~/domain/cell';
import type { DimensionId } from '~/domain/dimension';
import { rowPart } from '~/domain/sheet';
import type { OpenPlan, PlanDocument } from '../document';
import { viewLevels } from '../resolve';

/** For every dimension an address names: the parts of a row id that lead to its member, its parents first. */
export const rowPaths = (document: PlanDocument, open: OpenPlan, at: At): Record<DimensionId, string> =>
  Object.fromEntries(
    Object.entries(at).map(([dimension, code]) => [dimension, pathOf(document, open, { dimension, code })]),
  );

/** The parts of a row id from the top of a hierarchy down to a member, as a sheet makes them. */
function pathOf(document: PlanDocument, open: OpenPlan, node: { dimension: string; code: number }): string {
  const { dimension, code } = node;
  const parts: string[] = [];
  for (const { ancestorOf } of viewLevels(document, open.id, [{ dimension, column: 0 }])) {
    parts.push(rowPart(dimension, ancestorOf[code] ?? 0));
    if (code !== 0 && ancestorOf[code] === code) break;
  }
  return parts.join('/');
}
