import type { CellRef } from '~/domain/cell';
import type { Command } from '~/domain/command';
import { type Issue, issue } from '~/domain/issue';
import { type Column, type Plan, WORKING_TARGET } from '~/domain/plan';
import { approvalState } from '../approval';
import { openedPlan, type PlanDocument } from '../document';
import { measureOf } from '../measureValue';
import { BASE_SCENARIO } from './scenarios';

/** Target lines that no one types into: the issued version changes by a new issue, the baseline by taking it anew. */
const FIXED_LAYERS: readonly string[] = ['issued', 'baseline'];
/** Layers that approval does not speak of: what was handed down, and what comes from below. */
const OPEN_LAYERS: readonly string[] = ['issued', 'proposal'];
/** Commands that change what a plan is made of, whatever column they are given in. */
const SHAPING =
  /^(dimensions\/(add|drop|setDepth)|members\/(merge|split|move|setDates)|time\/(addYears|setCalendar)|measures\/|plan\/(refreshBase|setBasis|adoptHierarchy))/;

/**
 * Why a command may not even begin, whatever it would do: its scenario is gone, its target line is fixed, its measure is
 * no sum that could be laid out, or the plan is approved and nobody said why it is to be changed. Null where nothing stands in the way.
 */
export function refusedBefore(document: PlanDocument, command: Command): Issue | null {
  const plan = openedPlan(document);
  if (!plan) return null;
  const written = columnsWritten(document, command);
  if (written.some(({ scenario }) => !plan.scenarios.includes(scenario))) return issue('scenario/unknown');
  if (written.some(({ measure }) => !isSpreadOut(plan, command, measure))) return issue('measure/notSpread');
  if (movesValues(command) && written.some(({ layer }) => FIXED_LAYERS.includes(layer))) return issue('column/fixed');
  const approved = written.some(({ scenario, layer }) => scenario === BASE_SCENARIO && !OPEN_LAYERS.includes(layer));
  if (
    (approved || SHAPING.test(command.name)) &&
    approvalState(document, plan.id) === 'approved' &&
    !hasReason(command)
  )
    return issue('reason/needed');
  return null;
}

/** The same for a preview: a reason is asked for with the deed, and until then it stands in nobody's way. */
export function refusedAnyway(document: PlanDocument, command: Command): Issue | null {
  const refused = refusedBefore(document, command);
  return refused?.code === 'reason/needed' ? null : refused;
}

/** Commands that lay a sum on leaves and periods: only what adds up can be laid out so, and a balance within one period. */
const LAYING = /^targets\/(spread|setSeries|setMargins)$/;

function isSpreadOut(plan: Plan, command: Command, id: string): boolean {
  if (!LAYING.test(command.name)) return true;
  const kind = measureOf(plan.groups[0].measures, id)?.kind ?? 'additive';
  if (kind !== 'balance') return kind === 'additive';
  return command.name === 'targets/spread' && command.cell.periods.length === 1;
}

/** Why a person did it: said with the command, or asked for by the command itself; '' where nobody said. */
export const reasonOf = (command: Command): string =>
  (command.reason ?? '').trim() || ('why' in command ? (command.why ?? '').trim() : '');

/** A reason is a word at least. */
export const hasReason = (command: Command): boolean => reasonOf(command) !== '';

const movesValues = ({ name }: Command): boolean =>
  name.startsWith('targets/') || name.startsWith('columns/') || name.startsWith('proposals/');

/** The columns whose values or locks a command names. */
function columnsWritten(document: PlanDocument, command: Command): Column[] {
  switch (command.name) {
    case 'holds/remove':
      return columnsOf(document.records.hold.get(command.hold));
    case 'limits/clear':
      return columnsOf(document.records.limit.get(command.limit));
    case 'targets/setCells':
    case 'targets/balance':
      return command.cells.map(({ cell }) => cell.column);
    case 'targets/setMargins':
    case 'columns/clear':
      return [command.column];
    case 'columns/copy':
      return [command.to.column];
    case 'territories/move':
      return command.targets === 'move' ? [WORKING_TARGET] : [];
    case 'rounds/agree':
      return [WORKING_TARGET];
    case 'notes/set':
      return [];
    default:
      return 'cell' in command ? [command.cell.column] : [];
  }
}

const columnsOf = (mark: { cell: CellRef } | undefined): Column[] => (mark ? [mark.cell.column] : []);
