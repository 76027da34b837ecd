import type { CellRef } from '~/domain/cell';
import type { Explanation, HistoryLine } from '~/domain/history';
import { columnKey } from '~/domain/plan';
import { ok, type Result } from '~/domain/result';
import { keepLeaves, type Rounding, roundingOf, spreadOf } from '~/plan/explain';
import { labelsOf } from '~/plan/views/changeLines';
import { cellChain } from '~/plan/views/explanation';
import type { CellHistory } from './cellHistory';
import { createPastCopy, movePastCopy } from './pastCopy';
import type { Session } from './session';

/** Lines of history that an explanation shows. */
const LINES = 8;
/** A spread further back than so many entries is not gone back to. */
const LONG_AGO = 500;

/** Where one number comes from: its chain, its newest changes, and what rounding did to it. */
export async function explainCell(session: Session, history: CellHistory, cell: CellRef): Promise<Result<Explanation>> {
  const chain = cellChain(session.document, cell, session.inputs);
  if (!chain.ok) return chain;
  const page = await history.page(session, { cell, before: null, count: LINES });
  if (!page.ok) return page;
  const { lines } = page.value;
  const rounding = await roundingAt(session, cell, lines);
  if (!rounding.ok) return rounding;
  const { told, untold } = rounding.value;
  return ok({
    labels: labelsOf(session.document, cell.at),
    periods: cell.periods,
    value: chain.value.at(-1)?.amount ?? null,
    chain: chain.value,
    history: lines,
    rounding: told,
    untold,
  });
}

/** Goes back to before the newest change that moved the cell and stands, and asks what its spread gave the cell. */
async function roundingAt(session: Session, cell: CellRef, lines: HistoryLine[]): Promise<Result<Rounding>> {
  const nothing = (untold: NonNullable<Rounding['untold']>): Result<Rounding> => ok({ told: null, untold });
  const moved = lines.find((line) => !line.undone && isMove(line));
  const step = moved && session.steps[moved.seq - 1];
  if (!step) return nothing('none');
  if (!spreadOf(step)) return nothing(step.command.name === 'plan/create' ? 'none' : 'method');
  if (session.steps.length - step.seq > LONG_AGO) return nothing('longAgo');
  const copy = createPastCopy(session);
  if (!copy) return nothing('none');
  const there = await movePastCopy(session, copy, step.seq);
  if (!there.ok) return there;
  const after = keepLeaves(copy.document, columnKey(cell.column));
  const before = await movePastCopy(session, copy, step.seq - 1);
  if (!before.ok) return before;
  return ok(roundingOf(copy.document, step, { cell, after }));
}

/** Locks, goals, notes and names are told in the history but move nothing. */
const isMove = ({ command, cellBefore, cellAfter }: HistoryLine): boolean =>
  cellBefore !== cellAfter || command.startsWith('targets/');
