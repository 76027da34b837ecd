import { ratioOf } from '~/domain/ratio';
import {
  CELL_BLANK,
  CELL_CLOSED,
  CELL_NEW,
  CELL_NONE,
  CELL_PARTIAL,
  CELL_UNKNOWN,
  type SheetField,
} from '~/domain/sheet';
import { type MeasureReading, readMeasure } from './measureReading';
import type { SheetScene } from './sheetScene';

/** What a companion is made of: numbers of the row over the companion's own periods; NaN = blank or unknown. */
interface Beside {
  /** The sheet's own column. */
  own: number;
  goal: number;
  /** The companion's column: compared, proposed, another measure. */
  other: number;
  otherReading: MeasureReading | null;
  lastYear: number;
  /** Only a part of last year is known. */
  isPartial: boolean;
  marks: number;
  isClosed: boolean;
}

type Shown = readonly [value: number, flags: number];

/** Writes a number that stands beside the sheet's own. */
export function fillCompanion(
  scene: SheetScene,
  f: number,
  { values, flags, offset }: { values: Float64Array; flags: Uint16Array; offset: number },
): void {
  const [value, flag] = COMPANIONS[scene.sheet.fields[f].kind]?.(besideOf(scene, f)) ?? NOTHING;
  const isKnown = !Number.isNaN(value);
  values[offset + f] = isKnown ? value : 0;
  flags[offset + f] = flag | (isKnown || (flag & (CELL_UNKNOWN | CELL_NEW)) !== 0 ? 0 : CELL_BLANK);
}

const NOTHING: Shown = [Number.NaN, 0];

const COMPANIONS: Partial<Record<SheetField['kind'], (beside: Beside) => Shown>> = {
  lastYear: ({ lastYear, isPartial }) => [
    lastYear,
    Number.isNaN(lastYear) ? CELL_UNKNOWN : isPartial ? CELL_PARTIAL : 0,
  ],
  growth: ({ own, lastYear, isPartial }) => {
    if (Number.isNaN(lastYear)) return [Number.NaN, CELL_UNKNOWN];
    if (Number.isNaN(own) || isPartial) return NOTHING;
    return lastYear === 0 ? [Number.NaN, CELL_NEW] : [shareOf(own - lastYear, lastYear), 0];
  },
  goal: ({ goal }) => [goal, 0],
  unallocated: ({ goal, own }) => [Number.isNaN(goal) ? goal : Math.max(0, goal - (own || 0)), 0],
  overAssignment: ({ goal, own }) => [shareOf((own || 0) - goal, goal), 0],
  compare: asItIs,
  difference: ({ own, other }) => [own - other, 0],
  differenceShare: ({ own, other }) =>
    Number.isNaN(own) ? NOTHING : other > 0 ? [(own - other) / other, 0] : [Number.NaN, CELL_NEW],
  proposal: asItIs,
  gap: ({ own, other }) => [own - other, 0],
  measure: asItIs,
};

function asItIs({ other, otherReading, marks, isClosed }: Beside): Shown {
  return [other, (otherReading?.kind === 'none' ? CELL_NONE : 0) | marks | (isClosed ? CELL_CLOSED : 0)];
}

const shareOf = (amount: number, whole: number): number => ratioOf(amount, whole) ?? Number.NaN;

function besideOf(scene: SheetScene, f: number): Beside {
  const { sheet, fields, facts, row, context, marks } = scene;
  const span = [fields.first[f], fields.end[f]] as const;
  const own = sheet.readings[0];
  const other = sheet.fields[f].column ? (sheet.readings[f] ?? null) : null;
  const known = facts.known[span[1]] - facts.known[span[0]];
  return {
    own: own ? readMeasure(own, row, span) : Number.NaN,
    goal: sheet.fields[f].column ? Number.NaN : row.goalOf(0),
    other: other ? readMeasure(other, row, span) : Number.NaN,
    otherReading: other,
    lastYear: context.facts && known > 0 ? facts.value[span[1]] - facts.value[span[0]] : Number.NaN,
    isPartial: facts.whole[span[1]] - facts.whole[span[0]] < span[1] - span[0],
    marks: marks.any[scene.node] === 0 ? 0 : (marks.bits.get(scene.node * sheet.fields.length + f) ?? 0),
    isClosed: fields.closed[f] === 1,
  };
}
