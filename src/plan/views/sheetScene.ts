import type { Plan } from '~/domain/plan';
import type { ShowAs } from '~/domain/sheet';
import { workingCalendar, workingDays } from '~/domain/workingDays';
import { createRunningTotals, type RunningTotals } from '~/engine/cube/index';
import type { PlanDocument } from '../document';
import { holidaysOf } from '../holidays';
import type { PeriodFacts } from '../periodFacts';
import { differing } from './differing';
import { type FieldPlan, fieldPlan, NO_FIELD } from './fieldPlan';
import { columnsOf, leavesOf, type RowNumbers } from './measureReading';
import type { Sheet } from './sheet';
import { type SheetMarks, sheetMarks } from './sheetMarks';

export interface BlockContext {
  plan: Plan;
  /** Orders at the nodes of the sheet's view (`sheetFacts`). */
  facts: PeriodFacts | null;
  revision: number;
  /** Amounts people typed, by cell address, newest each. */
  inputs: ReadonlyMap<string, number>;
}

/** Sales a year earlier of one row, as running totals over its periods. */
export interface RunningFacts {
  value: Float64Array;
  known: Uint32Array;
  whole: Uint32Array;
}

/** Everything that filling rows reads, made once per block: no row makes objects of its own. */
export interface SheetScene {
  sheet: Sheet;
  context: BlockContext;
  fields: FieldPlan;
  marks: SheetMarks;
  showAs: ShowAs;
  /** The row that is being filled. */
  node: number;
  /** The own field whose goals count for the number that is being read. */
  goalField: number;
  row: RowNumbers;
  /** The row's numbers by member across. */
  members: RowNumbers[];
  /** Lines of the row by member across. */
  memberLines: Uint32Array;
  /** What shares are of: the row above, or the total. */
  whole: { node: number; row: RowNumbers; members: RowNumbers[] };
  facts: RunningFacts;
  /** Working days before each period; filled for numbers per working day only. */
  daysBefore: Float64Array | null;
  differs: Uint32Array | null;
  /** Cells of which no record says anything are plain sums: no freeze, no comparison, nothing across, shown as they are. */
  isPlain: boolean;
  /** The column whose leaves can be held and typed. */
  leaves: number;
}

const NO_NODE = 0xffff_ffff;

export function sheetScene(document: PlanDocument, sheet: Sheet, context: BlockContext): SheetScene {
  const fields = fieldPlan(context.plan, sheet);
  const marks = sheetMarks(document, sheet, context);
  const showAs = sheet.query.showAs ?? 'value';
  const own = sheet.readings[0];
  const periods = fields.periods.length;
  const scene: SheetScene = {
    sheet,
    context,
    fields,
    marks,
    showAs,
    node: 0,
    goalField: NO_FIELD,
    row: { totals: sheet.columns.map(() => createRunningTotals(periods)), goalOf },
    members: memberNumbers(goalOf),
    memberLines: new Uint32Array(sheet.members?.members.length ?? 0),
    whole: {
      node: NO_NODE,
      row: { totals: sheet.columns.map(() => createRunningTotals(periods)), goalOf: noGoal },
      members: showAs === 'shareOfParent' || showAs === 'shareOfTotal' ? memberNumbers(noGoal) : [],
    },
    facts: {
      value: new Float64Array(periods + 1),
      known: new Uint32Array(periods + 1),
      whole: new Uint32Array(periods + 1),
    },
    daysBefore: showAs === 'perWorkingDay' ? daysBefore(document, context.plan, fields) : null,
    differs: differing(document, sheet, context.revision),
    isPlain:
      own?.kind === 'additive' &&
      showAs === 'value' &&
      !sheet.members &&
      !sheet.query.compare &&
      marks.freezes.length === 0,
    leaves: leavesOf(own ?? { kind: 'none' }) ?? 0,
  };
  return scene;

  function goalOf(column: number): number {
    if (scene.goalField === NO_FIELD) return Number.NaN;
    const slot = scene.node * sheet.fields.length + scene.goalField;
    return marks.goals.get(slot * sheet.columns.length + column) ?? Number.NaN;
  }

  function memberNumbers(goal: RowNumbers['goalOf']): RowNumbers[] {
    const needed = own ? columnsOf(own) : [];
    return (sheet.members?.members ?? []).map(() => ({
      totals: sheet.columns.map((_, column) => (needed.includes(column) ? createRunningTotals(periods) : NOTHING)),
      goalOf: goal,
    }));
  }
}

const noGoal = (): number => Number.NaN;

/** Of columns that members do not need. */
const NOTHING: RunningTotals = createRunningTotals(0);

function daysBefore(document: PlanDocument, plan: Plan, fields: FieldPlan): Float64Array {
  const { periods } = plan;
  const calendar = workingCalendar(holidaysOf(document, plan), periods[0].from, periods[periods.length - 1].to);
  const before = new Float64Array(fields.indexes.length + 1);
  fields.indexes.forEach((index, p) => {
    before[p + 1] = before[p] + workingDays(calendar, periods[index].from, periods[index].to);
  });
  return before;
}
