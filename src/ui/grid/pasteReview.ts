import { DISPLAY_UNITS, type DisplayUnit } from '~/domain/displayUnit';
import type { SheetField } from '~/domain/sheet';
import type { BlockAccess } from './blockAccess';
import { type BlockEntry, type BlockPlan, liesWithin, planBlock, rowParts } from './blockPlan';
import { amountOf, readEntry } from './cellEntry';
import type { GridView } from './gridView';
import { type SizeJump, sizeJump } from './sizeJump';

/** What a lone dash means in what was pasted: spreadsheets write it for 0, reports for nothing. */
export type DashMeaning = 'blank' | 'zero';

export interface PasteOptions {
  /** What was copied, row by row. */
  texts: readonly (readonly string[])[];
  /** Where it goes, tiled. */
  block: BlockAccess;
  view: GridView;
  /** The unit the numbers were written in; null = that of the screen. */
  unit: DisplayUnit | null;
  dash: DashMeaning;
}

/** What a paste would do, before it does it. */
export interface PasteReview {
  plan: BlockPlan;
  /** Numbers far from what they replace. */
  jump: SizeJump | null;
  dashes: number;
  /** Totals that are not what comes of the parts pasted with them. */
  totalsDiffer: number;
  /** Something a person should see first. */
  isRisky: boolean;
}

const DASH = /^[-–—−－]$/;

/** Reads every text by the grammar of typing and sorts the cells into who changes and who does not. */
export function reviewPaste({ texts, block, view, unit, dash }: PasteOptions): PasteReview {
  const { rows, fields } = block;
  const width = fields.length;
  const amounts = new Float64Array(rows.length * width).fill(Number.NaN);
  const rate = unit === null ? undefined : DISPLAY_UNITS[unit];
  let dashes = 0;

  const entry = (row: number, column: number, current: number | null): BlockEntry => {
    const line = texts[row % texts.length];
    const text = line[column % widest(texts)];
    const field = fields[column];
    if (text === undefined) return { kind: 'none' };
    if (!field) return text.trim() === '' || text.trim() === rows[row].label ? { kind: 'none' } : { kind: 'blank' };
    if (DASH.test(text.trim())) {
      dashes += 1;
      amounts[row * width + column] = 0;
      return dash === 'zero' ? { kind: 'value', amount: 0 } : { kind: 'blank' };
    }
    const read = readEntry(text, { field, current, view, unit: rate });
    if (!read.ok) return { kind: 'unread', text, issue: read.issues[0] };
    amounts[row * width + column] = read.value.kind === 'blank' ? 0 : read.value.amount;
    return read.value.kind === 'blank' ? { kind: 'blank' } : { ...read.value, kind: 'value' };
  };

  const plan = planBlock({
    ...block,
    entry,
    readOnly: view.readOnly,
    readOnlyWhy: view.readOnlyWhy,
  });
  const jump = unit === null ? sizeJump(plan.changes, unitOf(view)) : null;
  // Looked up once per row and column: a block has many totals.
  const columnParts: number[][] = [];
  const partsOfRow: number[][] = [];
  const totals = plan.problems.filter(({ kind }) => kind === 'total');
  const totalsDiffer = totals.filter(({ row, column }) => differs(row, column)).length;
  const others = plan.problems.length - totals.length;
  return {
    plan,
    jump,
    dashes,
    totalsDiffer,
    isRisky: others > 0 || totalsDiffer > 0 || jump !== null || dashes > 0 || plan.relative > 0,
  };

  /** A total that says what comes of its parts needs no word. */
  function differs(row: number, column: number): boolean {
    columnParts[column] ??= directColumns(fields, column);
    const across = columnParts[column];
    if (across.length === 0) partsOfRow[row] ??= rowParts(rows, row);
    const parts =
      across.length > 0
        ? across.map((part) => [row, part] as const)
        : partsOfRow[row].map((part) => [part, column] as const);
    const now = (at: readonly [number, number]) => {
      const field = fields[at[1]];
      return (field && amountOf(block.read(...at), field)) ?? 0;
    };
    const moved = parts.reduce((sum, at) => sum + amounts[at[0] * width + at[1]] - now(at), 0);
    const wanted = amounts[row * width + column];
    return !(Math.abs(now([row, column]) + moved - wanted) <= ((parts.length + 1) * stepOf(view)) / 2);
  }
}

const widest = (texts: readonly (readonly string[])[]): number => texts[0].length;

const unitOf = ({ money }: GridView): DisplayUnit => money.unit;

/** The least difference that the screen shows, in minor units. */
const stepOf = ({ money }: GridView): number =>
  Math.max(1, (10 ** money.minorUnit * DISPLAY_UNITS[money.unit]) / 10 ** money.decimals);

/** The parts of a column that are not parts of another part. */
function directColumns(fields: readonly (SheetField | null)[], whole: number): number[] {
  const isPart = (part: SheetField | null, of: SheetField | null) =>
    part !== null && of !== null && liesWithin(part, of);
  const parts = fields.flatMap((field, at) => (isPart(field, fields[whole]) ? [at] : []));
  return parts.filter((part) => !parts.some((other) => isPart(fields[part], fields[other])));
}
