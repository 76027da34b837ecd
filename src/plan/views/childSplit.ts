import type { At } from '~/domain/cell';
import type { Plan } from '~/domain/plan';
import { rowPart } from '~/domain/sheet';
import { memberName, type OpenPlan, type PlanDocument } from '../document';
import { viewLevels } from '../resolve';

/** The children of an address in one dimension: its members one level down. */
export interface ChildSplit {
  /** By position of the line, the code of the child it is under. */
  codeAt: (position: number) => number;
  /** Children that have lines, in the order of codes. */
  codes: number[];
  idOf: (code: number) => string;
  labelOf: (code: number) => string;
}

/**
 * One level below the node the address names in the dimension, or its top level where it names none; a leaf, and a
 * dimension the lines do not have, is its own only child.
 */
export function childSplit(
  document: PlanDocument,
  { plan, open, dimension, at }: { plan: Plan; open: OpenPlan; dimension: string; at: At },
): ChildSplit {
  const column = open.lines.dimensions.indexOf(dimension);
  const own = at[dimension] ?? 0;
  const levels = column < 0 ? [] : viewLevels(document, plan.id, [{ dimension, column }]);
  const level = levels[at[dimension] === undefined ? 0 : Math.min(levels.length - 1, levelBelow(levels, own))];
  const codes = level ? open.lines.codes[column] : null;
  const codeAt = (position: number): number => (codes && level ? (level.ancestorOf[codes[position]] ?? 0) : own);
  const seen = new Set<number>();
  for (let position = 0; position < open.lines.count; position += 1) seen.add(codeAt(position));
  return {
    codeAt,
    codes: [...seen].sort((a, b) => a - b),
    idOf: (code) => rowPart(dimension, code),
    labelOf: (code) => memberName(document, dimension, code),
  };
}

/** The level after the topmost one on which the node stands: below its own it stands for its own lines alone. */
const levelBelow = (levels: { ancestorOf: Uint32Array }[], code: number): number =>
  levels.findIndex(({ ancestorOf }) => ancestorOf[code] === code) + 1;
