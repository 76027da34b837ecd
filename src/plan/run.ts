import type { CellDelta, ChangeSet } from '~/domain/change';
import type { Command, CommandName } from '~/domain/command';
import { fail, ok, type Result } from '~/domain/result';
import { isRange, type LeafEdit } from '~/engine/cube/index';
import { inlineDeltas, revertEdit } from '~/engine/targets/index';
import { swapColumns } from './columnSwaps';
import {
  removePriceBand,
  removeRebate,
  removeTierPrice,
  setPriceBand,
  setRebate,
  setTierPrice,
} from './commands/agreements';
import { alignLines } from './commands/align';
import { stepApproval } from './commands/approvals';
import { setAttributes } from './commands/attributes';
import { setCapacityRule } from './commands/capacity';
import { balanceTargets, setChallengeRule } from './commands/challenge';
import { clearColumn, copyColumn } from './commands/columns';
import { createPlan } from './commands/createPlan';
import { setCreditRule } from './commands/credit';
import { putDeals } from './commands/deals';
import { setDepth } from './commands/depth';
import { addDimension, dropDimension, renameDimension, reorderDimensions } from './commands/dimensions';
import { putFacts, removeFacts } from './commands/facts';
import { removeFilter, saveFilter } from './commands/filters';
import { removeAnalogue, setAnalogue } from './commands/forecastAnalogues';
import { removeEvent, setEvents } from './commands/forecastEvents';
import { keepForecast, removeKept } from './commands/forecastKeep';
import { setOverrides } from './commands/forecastOverrides';
import { forecastToScenario } from './commands/forecastScenario';
import { setGrowth } from './commands/growth';
import { refusedBefore } from './commands/guard';
import { addHierarchy, adoptHierarchy, removeHierarchy } from './commands/hierarchies';
import { addHold, clearGoal, releaseHold, removeHold, setGoal } from './commands/holds';
import { issuePlan } from './commands/issue';
import { issueLetters } from './commands/letters';
import { setLifecycleRule } from './commands/lifecycle';
import { clearLimit, setLimit } from './commands/limits';
import { setMargins } from './commands/margins';
import { addMeasure, removeMeasure, setBasis } from './commands/measures';
import { setMemberDates } from './commands/memberDates';
import { addMembers, archiveMembers, moveMembers } from './commands/members';
import { mergeMembers, splitMember } from './commands/mergeSplit';
import { setNote } from './commands/notes';
import { importOrders, removeImport } from './commands/orders';
import { closePeriods, reopenPeriods } from './commands/periods';
import { pinTiers } from './commands/pinTiers';
import { clearPipelineRule, setPipelineRule } from './commands/pipeline';
import { acceptProposal, spreadGap } from './commands/proposals';
import { dismissFinding } from './commands/quality';
import { refreshBase } from './commands/refreshBase';
import { removeRisk, setRisk } from './commands/risks';
import { agreeAnswer, closeRound, objectTo, openRound, replyTo, submitAnswer } from './commands/rounds';
import { removeView, saveView } from './commands/savedViews';
import { addScenario, removeScenario, renameScenario } from './commands/scenarios';
import { removeSegmentation, segmentsToDimension, setSegmentation } from './commands/segments';
import { removePackage, setPackage, setPackages, setServiceSettings } from './commands/service';
import { pinTier, renameMember, renamePlan, setKpiLimit } from './commands/settings';
import { setSimulationRule } from './commands/simulation';
import { importSources } from './commands/sources';
import { setSeries, spread } from './commands/spreads';
import { fillUnallocated } from './commands/targets';
import { moveCustomers } from './commands/territories';
import { applyTiers, setTierRule } from './commands/tiering';
import { addYears, importHolidays, setCalendar } from './commands/time';
import { clearTypedCell, typeCell, typeCells } from './commands/typedCells';
import { withAmounts } from './commands/typedShares';
import type { CommandContext, Outcome } from './context';
import { changeRecords, openedPlan, type PlanDocument } from './document';
import { followShape } from './followShape';
import { flushLedger, isDirty, type LedgerOwner, markDirty, markLinesDirty, type SegmentWrite } from './segments';

type Handlers = {
  [N in CommandName]: (
    document: PlanDocument,
    command: Extract<Command, { name: N }>,
    context: CommandContext,
  ) => Result<Outcome>;
};

const HANDLERS: Handlers = {
  'targets/setCell': typeCell,
  'targets/clearCell': clearTypedCell,
  'targets/fillUnallocated': fillUnallocated,
  'targets/setCells': typeCells,
  'targets/setMargins': setMargins,
  'targets/spread': spread,
  'targets/setSeries': setSeries,
  'holds/add': addHold,
  'holds/release': releaseHold,
  'holds/remove': removeHold,
  'customers/pinTiers': pinTiers,
  'filters/save': saveFilter,
  'filters/remove': removeFilter,
  'goals/set': setGoal,
  'goals/clear': clearGoal,
  'limits/set': setLimit,
  'limits/clear': clearLimit,
  'periods/close': closePeriods,
  'periods/reopen': reopenPeriods,
  'time/addYears': addYears,
  'time/setCalendar': setCalendar,
  'time/importHolidays': importHolidays,
  'measures/add': addMeasure,
  'measures/remove': removeMeasure,
  'plan/setBasis': setBasis,
  'plan/create': createPlan,
  'plan/rename': renamePlan,
  'plan/refreshBase': refreshBase,
  'plan/alignLines': alignLines,
  'orders/import': importOrders,
  'orders/removeImport': removeImport,
  'members/rename': renameMember,
  'customers/setTierRule': setTierRule,
  'customers/pinTier': pinTier,
  'customers/applyTiers': applyTiers,
  'segments/set': setSegmentation,
  'segments/remove': removeSegmentation,
  'segments/toDimension': segmentsToDimension,
  'lifecycle/setRule': setLifecycleRule,
  'kpi/setLimit': setKpiLimit,
  'service/setPackage': setPackage,
  'service/setPackages': setPackages,
  'service/removePackage': removePackage,
  'service/setSettings': setServiceSettings,
  'scenarios/add': addScenario,
  'scenarios/rename': renameScenario,
  'scenarios/remove': removeScenario,
  'columns/copy': copyColumn,
  'columns/clear': clearColumn,
  'plan/issue': issuePlan,
  'approvals/submit': stepApproval,
  'approvals/return': stepApproval,
  'approvals/approve': stepApproval,
  'approvals/recall': stepApproval,
  'rounds/open': openRound,
  'rounds/close': closeRound,
  'rounds/submit': submitAnswer,
  'rounds/object': objectTo,
  'rounds/reply': replyTo,
  'rounds/agree': agreeAnswer,
  'proposals/accept': acceptProposal,
  'proposals/spreadGap': spreadGap,
  'growth/set': setGrowth,
  'notes/set': setNote,
  'views/save': saveView,
  'views/remove': removeView,
  'dimensions/add': addDimension,
  'dimensions/drop': dropDimension,
  'dimensions/reorder': reorderDimensions,
  'dimensions/rename': renameDimension,
  'dimensions/setDepth': setDepth,
  'members/add': addMembers,
  'members/move': moveMembers,
  'members/merge': mergeMembers,
  'members/split': splitMember,
  'members/archive': archiveMembers,
  'members/setDates': setMemberDates,
  'hierarchies/add': addHierarchy,
  'hierarchies/remove': removeHierarchy,
  'plan/adoptHierarchy': adoptHierarchy,
  'sources/import': importSources,
  'facts/put': putFacts,
  'pipeline/putDeals': putDeals,
  'facts/remove': removeFacts,
  'members/setAttributes': setAttributes,
  'credit/setRule': setCreditRule,
  'capacity/setRule': setCapacityRule,
  'letters/issue': issueLetters,
  'pipeline/setRule': setPipelineRule,
  'pipeline/clearRule': clearPipelineRule,
  'quality/dismiss': dismissFinding,
  'prices/setTierPrice': setTierPrice,
  'prices/removeTierPrice': removeTierPrice,
  'prices/setBand': setPriceBand,
  'prices/removeBand': removePriceBand,
  'rebates/set': setRebate,
  'territories/move': moveCustomers,
  'rebates/remove': removeRebate,
  'challenge/setRule': setChallengeRule,
  'targets/balance': balanceTargets,
  'risks/set': setRisk,
  'risks/remove': removeRisk,
  'simulation/setRule': setSimulationRule,
  'forecast/setEvents': setEvents,
  'forecast/removeEvent': removeEvent,
  'forecast/setOverrides': setOverrides,
  'forecast/setAnalogue': setAnalogue,
  'forecast/removeAnalogue': removeAnalogue,
  'forecast/keep': keepForecast,
  'forecast/removeKept': removeKept,
  'forecast/toScenario': forecastToScenario,
};

/** Up to this many leaf values an entry carries its deltas itself; above it, whole segments are replaced. */
export const INLINE_LIMIT = 4096;

/** A command that was carried out in memory, and what must be written for it. */
export interface Applied {
  change: ChangeSet;
  outcome: Outcome;
  /** Set when segments were cut: the plan's checkpoint moves to this entry. */
  write: SegmentWrite | null;
}

/** Changes are made in one place: check, do, and say what was done. A refusal leaves the document untouched. */
export function runCommand(document: PlanDocument, command: Command, context: CommandContext): Result<Applied> {
  const refused = refusedBefore(document, command);
  if (refused) return fail(refused);
  const result = attempt(document, command, context);
  if (!result.ok) return result;
  const outcome = result.value;
  const cells: CellDelta[] = [...outcome.change.cells];
  let ordinal = 0;
  const newSegmentId = (): string => {
    ordinal += 1;
    return `s${context.seq}.${ordinal}`;
  };
  const left = flushLeft(document, outcome, newSegmentId);
  changeRecords(document, outcome.change.records);
  for (const { id, segment } of outcome.orders ?? []) document.orders.set(id, segment);
  for (const { id, segment } of outcome.facts ?? []) document.facts.set(id, segment);
  if (outcome.opened) document.open = outcome.opened;
  const write = document.open ? recordCells(document, outcome, { cells, newSegmentId }) : null;
  // Last: edits speak in positions, and another main view moves them.
  if (!outcome.opened) followShape(document, outcome.change.records);
  return ok({
    change: { records: outcome.change.records, cells },
    outcome,
    write: left && write ? joinWrites(left, write) : write,
  });
}

/** What a command would do to the document, without its records being applied: previews take the leaf values back. */
export function attempt(document: PlanDocument, command: Command, context: CommandContext): Result<Outcome> {
  const meant = withAmounts(document, command);
  if (!meant.ok) return meant;
  const handler = HANDLERS[command.name] as (
    document: PlanDocument,
    command: Command,
    context: CommandContext,
  ) => Result<Outcome>;
  return handler(document, meant.value, context);
}

/** A generation that is left stays stored as it was: what only memory knew of it is written with the change. */
function flushLeft(document: PlanDocument, outcome: Outcome, newSegmentId: () => string): SegmentWrite | null {
  const { open } = document;
  const plan = openedPlan(document);
  if (!open || !plan || outcome.opened?.id !== open.id || !isDirty(open.ledger)) return null;
  return flushLedger({ ...open, generation: plan.generation }, newSegmentId);
}

const joinWrites = (a: SegmentWrite, b: SegmentWrite): SegmentWrite => ({
  segments: [...a.segments, ...b.segments],
  manifests: [...a.manifests, ...b.manifests],
  lines: [...a.lines, ...b.lines],
});

function recordCells(
  document: PlanDocument,
  outcome: Outcome,
  { cells, newSegmentId }: { cells: CellDelta[]; newSegmentId: () => string },
): SegmentWrite | null {
  const { open } = document;
  const plan = openedPlan(document);
  if (!open || !plan) return null;
  const owner: LedgerOwner = { ...open, generation: plan.generation };
  if (outcome.opened) return flushLedger(owner, newSegmentId);
  if (outcome.swaps) return swapRecorded(owner, { outcome, cells, newSegmentId, periods: plan.periods.length });
  const size = outcome.edits.reduce((all, { edit }) => all + touched(edit), 0);
  if (outcome.linesAdded) markLinesDirty(owner, outcome.linesAdded.first);
  if (size <= INLINE_LIMIT) {
    for (const { column, edit } of outcome.edits) {
      const data = open.columns.get(column);
      if (!data) continue;
      for (const delta of inlineDeltas(open.lines, data, edit)) {
        cells.push({ kind: 'inline', plan: plan.id, group: open.group, generation: plan.generation, column, ...delta });
      }
      markDirty(owner, column, edit);
    }
    return null;
  }
  const before = isDirty(open.ledger) ? flushBefore(owner, outcome.edits, newSegmentId) : null;
  for (const { column, edit } of outcome.edits) markDirty(owner, column, edit);
  const after = flushLedger(owner, newSegmentId);
  cells.push(...after.replaced);
  return {
    segments: [...(before?.segments ?? []), ...after.segments],
    manifests: [...(before?.manifests ?? []), ...after.manifests],
    lines: [...(before?.lines ?? []), ...after.lines],
  };
}

/** Copies of whole columns point at the same segments; what is behind memory is cut first, so that there are some. */
function swapRecorded(
  owner: LedgerOwner,
  swap: { outcome: Outcome; cells: CellDelta[]; newSegmentId: () => string; periods: number },
): SegmentWrite {
  if (swap.outcome.edits.length > 0)
    throw new RangeError('whole columns and leaf values change by commands of their own');
  const before = flushLedger(owner, swap.newSegmentId);
  const after = swapColumns(owner, swap.outcome.swaps ?? [], swap.periods);
  swap.cells.push(...after.replaced);
  return {
    segments: before.segments,
    manifests: [...before.manifests, ...after.manifests],
    lines: before.lines,
  };
}

/** Segments that were behind memory are cut as they were before a big edit: they are its undo data. */
function flushBefore(owner: LedgerOwner, edits: Outcome['edits'], newSegmentId: () => string): SegmentWrite {
  const back = [...edits].reverse().map(({ column, edit }) => ({ column, edit: turn(owner, column, edit) }));
  const write = flushLedger(owner, newSegmentId);
  for (const { column, edit } of back.reverse()) turn(owner, column, edit);
  return write;
}

function turn(owner: LedgerOwner, column: string, edit: LeafEdit): LeafEdit {
  const data = owner.columns.get(column);
  if (!data) throw new RangeError(`no column ${column}`);
  return revertEdit(data, edit);
}

const touched = (edit: LeafEdit): number =>
  edit.changes.reduce((all, { rows }) => all + (isRange(rows) ? rows.end - rows.first : rows.length), 0);
