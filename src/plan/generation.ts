import type { RecordsDiff } from '~/domain/change';
import type { DimensionId } from '~/domain/dimension';
import { issue } from '~/domain/issue';
import type { Plan } from '~/domain/plan';
import { fail, ok, type Result } from '~/domain/result';
import { type ColumnData, createLineTable, type ViewLevel } from '~/engine/cube/index';
import { type CommandContext, noEffect, type Outcome } from './context';
import type { OpenPlan, PlanDocument } from './document';
import { type LineMap, type PeriodMap, sameLines } from './lineMap';
import { mainLevels } from './mainLevels';
import { brokenTotals, totalHeld } from './naming';
import { updated } from './records';
import { type Remap, remapColumn } from './remapColumn';
import { requirePlan } from './resolve';
import { createLedger, markAllDirty } from './segments';
import { withChanges } from './staged';

/** The most lines a plan may have: beyond it no screen answers in time. */
export const MAX_LINES = 1_000_000;

/** What the next generation of the open plan is made from. */
export interface Regeneration {
  /** The plan record as it shall be; its generation is given here. */
  plan: Plan;
  /** Dimensions of the lines, where they are others than now: the order of `lineMap.codes`. */
  dimensions?: DimensionId[];
  /** Absent: every line stays itself. */
  lineMap?: LineMap;
  /** Absent: every period stays itself. */
  periodMap?: PeriodMap;
  /** Keys of the columns that go on; absent: all. */
  columns?: string[];
  /** Other records that change with it: members, hierarchies, what goes. */
  records?: RecordsDiff;
}

/**
 * A new generation of the open plan: lines and values rebuilt in another shape (design/data-model.md §6). Values that meet
 * are summed, values that part are cut by largest remainder, blank stays blank; a leaf is spoken if any that went into it
 * is, held if all are. Every column keeps its total, and its total per period where periods stay, or the change is refused;
 * so is one that would move a locked total (where periods change, holds are the caller's to settle).
 * The document is not touched: the outcome carries the new lines (`opened`), the record changes and the switch from one
 * generation to the other, which undo turns back. The old one stays stored.
 */
export function regenerate(
  document: PlanDocument,
  regeneration: Regeneration,
  context: Pick<CommandContext, 'seq'>,
): Result<Outcome> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const { open, plan: before } = required.value;
  const plan = nextPlan(before, regeneration, context.seq);
  const { lineMap = sameLines(open.lines), periodMap } = regeneration;
  const records: RecordsDiff = [...(regeneration.records ?? []), updated('plan', before, plan)];
  const dimensions = plan.groups[0].dimensions;
  const rows = lineMap.codes[0]?.length ?? 0;
  if (rows > MAX_LINES) return fail(issue('plan/tooManyLines', { lines: rows, most: MAX_LINES }));
  const staged = withChanges(document, records);
  const order: ViewLevel[] = mainLevels(staged, plan);
  const made = createLineTable({ dimensions, codes: lineMap.codes, order });
  if (!made.ok) return made;
  const { lines, source } = made.value;
  const positionOf = new Uint32Array(rows);
  for (let position = 0; position < rows; position += 1) positionOf[source[position]] = position;

  const keep = regeneration.columns ?? [...open.columns.keys()];
  const columns = new Map<string, ColumnData>();
  const known: Remap['known'] = new Map();
  for (const key of keep) {
    const column = open.columns.get(key);
    if (!column) continue;
    const next = remapColumn(column, {
      count: open.lines.count,
      lines: lineMap,
      positionOf,
      periods: periodMap,
      newPeriods: plan.periods.length,
      known,
    });
    const lost = firstDifference(totalsOf(column, open.lines.count), totalsOf(next, rows), periodMap === undefined);
    if (lost !== null) return fail(issue('target/tooLarge', { amount: lost }));
    columns.set(key, next);
  }
  const opened: OpenPlan = { id: plan.id, group: open.group, lines, columns, order, ledger: createLedger() };
  const broken = periodMap ? [] : brokenTotals({ ...staged, open: opened }, plan);
  if (broken.length > 0) return fail(totalHeld(document, broken));
  markAllDirty({ ...opened, generation: plan.generation });
  return ok({
    change: { records, cells: [{ kind: 'generation', plan: plan.id, from: before.generation, to: plan.generation }] },
    edits: [],
    opened,
    effect: {
      ...noEffect,
      leaves: rows * plan.periods.length,
      linesAdded: Math.max(0, rows - open.lines.count),
    },
  });
}

/** Generations are numbered by the journal entry that makes them: a number is never used for two, whatever is undone. */
function nextPlan(before: Plan, { plan, dimensions }: Regeneration, seq: number): Plan {
  const [group, ...others] = plan.groups;
  return {
    ...plan,
    generation: Math.max(before.generation + 1, seq),
    groups: dimensions ? [{ ...group, dimensions }, ...others] : plan.groups,
  };
}

const totalsOf = ({ value }: ColumnData, count: number): number[] =>
  value.map((values) => {
    let total = 0;
    for (let position = 0; position < count; position += 1) total += values[position];
    return total;
  });

/** The first total that is not what it was; all are integers within 2^51, so equal means exactly equal. */
function firstDifference(before: number[], after: number[], byPeriod: boolean): number | null {
  const sum = (totals: number[]): number => totals.reduce((all, total) => all + total, 0);
  if (sum(before) !== sum(after)) return sum(before);
  if (!byPeriod) return null;
  return before.find((total, period) => total !== (after[period] ?? 0)) ?? null;
}
