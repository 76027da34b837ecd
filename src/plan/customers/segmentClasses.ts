import type { CustomerColumn, Division, SegmentClass } from '~/domain/segmentation';
import { scoreByCuts, valueCuts } from '~/engine/customers/index';
import { memberName, membersOf } from '../document';
import { conditionTest } from './conditionTest';
import { customerCodes } from './customerCodes';
import { customerColumn } from './customerColumns';
import type { CustomerScene } from './customerScene';

/** One value of an axis, or one class of a division. */
export interface SegmentName {
  id: string;
  /** As people wrote it; '' where the page has a word for it. */
  name: string;
  /** A part of a figure, from the smallest, 1 … `of`; null for classes with names of their own. */
  part: { no: number; of: number } | null;
}

export interface SegmentClasses {
  names: SegmentName[];
  /** By customer code: 0 = others, else 1 + the place in `names`; 0 for what is no customer. */
  of: Uint16Array;
  /** By class: customers that fit it and were taken by one before it. Rules only, else zeros. */
  taken: number[];
  /** What a quantile's parts end at, from the smallest; the last part has no end. */
  cuts: number[];
  /** The two axes of a matrix, classes run row by row; null for the other divisions. */
  axes: { rows: SegmentName[]; columns: SegmentName[] } | null;
}

/** Figures of a matrix are cut into thirds. */
const PARTS = 3;
/** Values of a text or member that stand by themselves on an axis; the rest has nothing to say there. */
const MOST_VALUES = 20;

/**
 * Which class of a division takes every customer. Rules: the first class whose conditions all hold. Quantiles: parts as
 * equal as ties allow, from the smallest; equal values always share one. A matrix: the cell of its two columns. Who has a
 * blank where a value is needed, and who no class takes, is with the others (0). A class without conditions takes everybody
 * that is left. The order of customers changes nothing.
 */
export function segmentClasses(scene: CustomerScene, division: Division): SegmentClasses {
  const codes = customerCodes(scene.document);
  const width = membersOf(scene.document, 'customer').next;
  switch (division.kind) {
    case 'rules':
      return byRules(scene, { classes: division.classes, codes, width });
    case 'quantiles': {
      const { names, of, cuts } = partsOf(scene, { column: division.column, parts: division.parts, codes, width });
      const named = names.map((name, i) => ({ ...name, id: `q${i + 1}`, name: division.names[i]?.trim() ?? '' }));
      return { names: named, of, cuts, taken: named.map(() => 0), axes: null };
    }
    case 'matrix': {
      const rows = axisOf(scene, { column: division.rows, codes, width });
      const columns = axisOf(scene, { column: division.columns, codes, width });
      const names = rows.names.flatMap((row) =>
        columns.names.map((column) => ({
          id: `${row.id}.${column.id}`,
          name: row.name !== '' && column.name !== '' ? `${row.name} · ${column.name}` : '',
          part: null,
        })),
      );
      const of = new Uint16Array(width);
      for (const code of codes) {
        const row = rows.of[code];
        const column = columns.of[code];
        if (row > 0 && column > 0) of[code] = (row - 1) * columns.names.length + column;
      }
      return { names, of, taken: names.map(() => 0), cuts: [], axes: { rows: rows.names, columns: columns.names } };
    }
  }
}

interface Codes {
  codes: Uint32Array;
  width: number;
}

function byRules(scene: CustomerScene, { classes, codes, width }: Codes & { classes: SegmentClass[] }): SegmentClasses {
  const of = new Uint16Array(width);
  const taken = classes.map(() => 0);
  classes.forEach((one, at) => {
    const tests = one.all.map((condition) => conditionTest(scene, condition));
    for (let i = 0; i < codes.length; i += 1) {
      const code = codes[i];
      let fits = true;
      for (let t = 0; fits && t < tests.length; t += 1) fits = tests[t](code);
      if (!fits) continue;
      if (of[code] === 0) of[code] = at + 1;
      else taken[at] += 1;
    }
  });
  return { names: classes.map(({ id, name }) => ({ id, name, part: null })), of, taken, cuts: [], axes: null };
}

interface Axis {
  names: SegmentName[];
  of: Uint16Array;
}

function axisOf(scene: CustomerScene, { column, codes, width }: Codes & { column: CustomerColumn }): Axis {
  const values = customerColumn(scene, column);
  if (values.kind === 'number') return partsOf(scene, { column, parts: PARTS, codes, width });
  const counts = new Map<number, number>();
  for (const code of codes) counts.set(values.codes[code], (counts.get(values.codes[code]) ?? 0) + 1);
  counts.delete(0);
  // The most frequent ones, in the order of their codes: an axis must not jump while customers come and go.
  const shown = [...counts]
    .sort(([a, x], [b, y]) => y - x || a - b)
    .slice(0, MOST_VALUES)
    .map(([value]) => value)
    .sort((a, b) => a - b);
  const place = new Map(shown.map((value, i) => [value, i + 1]));
  const of = new Uint16Array(width);
  for (const code of codes) of[code] = place.get(values.codes[code]) ?? 0;
  const names = shown.map((value) => {
    if (values.kind === 'member') {
      return { id: `m${value}`, name: memberName(scene.document, values.dimension, value), part: null };
    }
    return { id: `t${values.texts[value]}`, name: values.texts[value], part: null };
  });
  return { names, of };
}

function partsOf(
  scene: CustomerScene,
  { column, parts, codes, width }: Codes & { column: CustomerColumn; parts: number },
): Axis & { cuts: number[] } {
  const values = customerColumn(scene, column);
  const names = Array.from({ length: parts }, (_, i) => ({
    id: `p${i + 1}`,
    name: '',
    part: { no: i + 1, of: parts },
  }));
  const of = new Uint16Array(width);
  if (values.kind !== 'number') return { names, of, cuts: [] };
  const known = codes.filter((code) => !Number.isNaN(values.values[code]));
  const cuts = valueCuts(
    Float64Array.from(known, (code) => values.values[code]),
    parts,
  );
  for (const code of known) of[code] = scoreByCuts(values.values[code], cuts);
  return { names, of, cuts: [...cuts] };
}
