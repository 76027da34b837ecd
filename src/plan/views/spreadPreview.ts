import type { CellRef } from '~/domain/cell';
import type { Command } from '~/domain/command';
import { issue } from '~/domain/issue';
import { fail, ok, type Result } from '~/domain/result';
import type { SpreadBasis, SpreadPart, SpreadPreview } from '~/domain/spread';
import { applyBounds } from '~/engine/targets/index';
import { type CellInPlan, cellIn } from '../commands/cellEdit';
import { refusedAnyway } from '../commands/guard';
import type { CommandContext } from '../context';
import type { PlanDocument } from '../document';
import { boundsOf, requirePlan } from '../resolve';
import { attempt } from '../run';
import { basisMethod } from '../spread/basisMethod';
import { spreadDefaultAt, spreadLevel } from '../spread/spreadLevel';
import { spreadSource } from '../spread/spreadSource';
import { takeBack } from '../takeBack';
import { type ChildSplit, childSplit } from './childSplit';
import { leafWeights, measureParts, type PartSums } from './spreadParts';

/**
 * Who would get what if a command on one cell (or on both margins) were carried out: the children of the cell in a
 * dimension and its periods, before and after, what of them is held, and the weight that decided. The command is done and
 * taken back, so that the preview can never differ from the deed; a refusal comes with the present numbers. Amounts in
 * minor units, null = blank.
 */
export function spreadPreview(
  document: PlanDocument,
  command: Command,
  { dimension, context }: { dimension: string; context: CommandContext },
): Result<SpreadPreview> {
  const required = requirePlan(document);
  if (!required.ok) return required;
  const cell = cellOfCommand(command);
  if (!cell) return fail(issue('target/notEditable'));
  const { open, plan } = required.value;
  const found = cellIn(document, required.value, cell);
  const source = spreadSource(document, found, cell);
  const fixed = fixedLeaves(document, found);
  const weighed = basisMethod(source, basisOf(command));
  const weights = weighed.ok ? leafWeights(source, weighed.value.method, fixed) : null;
  const split = childSplit(document, { plan, open, dimension, at: cell.at });
  const before = measureParts(source, { split, fixed, weights });

  const guarded = refusedAnyway(document, command);
  const done = guarded ? fail(guarded) : attempt(document, command, context);
  let after = before;
  if (done.ok) {
    const now = cellIn(document, required.value, cell);
    after = measureParts(spreadSource(document, now, cell), {
      split: childSplit(document, { plan, open, dimension, at: cell.at }),
      fixed: fixedLeaves(document, now),
      weights: null,
    });
    takeBack(open, done.value);
  }
  const notes = weighed.ok ? [...weighed.value.notes] : [];
  if (done.ok && done.value.effect.equalSpread) notes.push(issue('spread/equalInstead'));
  const level = spreadDefaultAt(document, plan, spreadLevel(document, plan, cell.at));
  return ok({
    before: before.total.spoken > 0 ? before.total.sum : null,
    after: after.total.sum,
    leaves: done.ok ? done.value.effect.leaves : 0,
    held: before.total.held,
    heldAmount: before.total.heldSum,
    equalSpread: done.ok && done.value.effect.equalSpread,
    members: memberParts(split, before, after),
    periods: cell.periods.map((id, p) =>
      partOf({ id, label: id, before: before.periods[p], after: after.periods[p], all: before.total.weight }),
    ),
    issues: done.ok ? [] : done.issues,
    notes,
    remembered: level ? { basis: level.basis, unit: level.unit } : null,
  });
}

/** The one cell a command speaks of; for both margins the cell they frame. */
function cellOfCommand(command: Command): CellRef | null {
  if (command.name === 'targets/setMargins') {
    const periods = command.periods.flatMap((group) => group.periods);
    return { column: command.column, at: {}, periods, ...(command.within ? { within: command.within } : {}) };
  }
  return command.name.startsWith('targets/') && 'cell' in command ? command.cell : null;
}

function basisOf(command: Command): SpreadBasis {
  if (command.name === 'targets/spread') return command.basis;
  if (command.name === 'targets/setSeries' && command.series.kind === 'bottomUp') return { kind: 'lastYear' };
  if (command.name === 'targets/setSeries' && command.basis) return command.basis;
  if (command.name === 'targets/setCell' && command.method === 'equal') return { kind: 'equal' };
  return { kind: 'proportional' };
}

/** Per period by position: bit 2 where an edit of the cell may not move the leaf. */
const fixedLeaves = (document: PlanDocument, { open, plan, key, column, selection }: CellInPlan): Uint8Array[] =>
  applyBounds({ lines: open.lines, column }, boundsOf(document, plan, key), [selection]).mask.fixed;

function memberParts({ codes, idOf, labelOf }: ChildSplit, before: Measured, after: Measured): SpreadPart[] {
  const all = [...new Set([...codes, ...after.members.keys()])].filter(
    (code) => before.members.has(code) || after.members.has(code),
  );
  return all.map((code) =>
    partOf({
      id: idOf(code),
      label: labelOf(code),
      before: before.members.get(code),
      after: after.members.get(code),
      all: before.total.weight,
    }),
  );
}

type Measured = ReturnType<typeof measureParts>;

function partOf(part: {
  id: string;
  label: string;
  before: PartSums | undefined;
  after: PartSums | undefined;
  all: number | null;
}): SpreadPart {
  const { id, label, before, after, all } = part;
  const shown = (sums: PartSums | undefined): number | null => (sums && sums.spoken > 0 ? sums.sum : null);
  const { held = 0, leaves = 0, weight = null } = after && !before ? { ...after, weight: null } : (before ?? {});
  return {
    id,
    label,
    before: shown(before),
    after: shown(after),
    held: held === 0 ? 'none' : held === leaves ? 'all' : 'some',
    weight: weight === null || all === null || all === 0 ? null : weight / all,
  };
}
