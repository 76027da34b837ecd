import { type CellRef, cellKey } from '~/domain/cell';
import type { HistoryLine, HistoryQuery, HistoryView } from '~/domain/history';
import type { Step } from '~/domain/journal';
import { ok, type Result } from '~/domain/result';
import { LINES_PER_SEGMENT } from '~/domain/segment';
import { type CellWalk, readSegment, segmentsToRead, startCellWalk, stepBack, walkValue } from '~/plan/views/cellWalk';
import { historyLine, isLine, isOwnStep, touchesCell } from '~/plan/views/historyView';
import { loadSegments } from '~/storage/load';
import { createPastCopy, movePastCopy } from './pastCopy';
import { type Deed, readChanges } from './readChanges';
import type { Session } from './session';

/** A cell's way back through the journal, kept between pages so that the next one goes on where the last one ended. */
export interface CellHistory {
  page(session: Session, query: HistoryQuery & { cell: CellRef }): Promise<Result<HistoryView>>;
}

/** Entries that are read at once, and the most that one page looks at. */
const CHUNK = 64;
const MOST_ENTRIES = 2000;
/** Leaf values that one page may read from stored segments: some tenths of a second. */
const MOST_VALUES = 16_000_000;
/** Segments that are read at once. */
const SEGMENTS = 64;

interface Way {
  key: string;
  session: Session;
  newest: number;
  walk: CellWalk;
  /** Entries from this one on are passed. */
  at: number;
}

export function createCellHistory(): CellHistory {
  let kept: Way | null = null;

  const begin = (session: Session, cell: CellRef): Result<Way> => {
    const walk = startCellWalk(session.document, cell);
    if (!walk.ok) return walk;
    const newest = session.steps.length;
    return ok({ key: cellKey(cell), session, newest, walk: walk.value, at: newest + 1 });
  };

  return {
    async page(session, { cell, before, count }) {
      const goesOn =
        kept !== null &&
        kept.session === session &&
        kept.key === cellKey(cell) &&
        kept.newest === session.steps.length &&
        kept.at === before;
      const began = goesOn && kept ? ok(kept) : begin(session, cell);
      // A page that is asked for at the same time must not go on from the middle of this one.
      kept = null;
      if (!began.ok) return began;
      const way = began.value;
      const passed = await passEntries(way, { cell, before, count });
      if (!passed.ok) return passed;
      kept = way;
      const total = session.steps.filter((step) => isLine(step) && isOwnStep(session.document, step)).length;
      const next = way.at > 1 && way.walk.ended === null ? way.at : null;
      return ok({ lines: passed.value, more: next !== null, next, total });
    },
  };
}

/** Goes back until the page is full, the plan was made, or enough was read. */
async function passEntries(
  way: Way,
  { cell, before, count }: HistoryQuery & { cell: CellRef },
): Promise<Result<HistoryLine[]>> {
  const { session } = way;
  const lines: HistoryLine[] = [];
  let entries = 0;
  let values = 0;
  while (way.at > 1 && lines.length < count && way.walk.ended === null) {
    if (entries >= MOST_ENTRIES || values >= MOST_VALUES) break;
    const steps = session.steps.slice(Math.max(0, way.at - 1 - CHUNK), way.at - 1).reverse();
    const deeds = await readChanges(
      session,
      steps.filter((step) => isOwnStep(session.document, step)),
    );
    if (!deeds.ok) return deeds;
    entries += steps.length;
    for (const deed of deeds.value) {
      if (lines.length >= count || values >= MOST_VALUES) break;
      const read = await readFor(way, deed);
      if (!read.ok) return read;
      values += read.value;
      const line = await passOne(way, deed, cell);
      if (!line.ok) return line;
      if (line.value && (before === null || deed.step.seq < before)) lines.push(line.value);
      if (way.walk.ended !== null) break;
    }
    const last = deeds.value.at(-1);
    // Entries of other plans behind the last own one are passed as well.
    if (!last || way.at === last.step.seq) way.at = Math.min(way.at, steps.at(-1)?.seq ?? 1);
  }
  return ok(lines);
}

/** The segments an entry needs to be passed; returns how many leaf values were read. */
async function readFor({ session, walk }: Way, { change }: Deed): Promise<Result<number>> {
  const wanted = segmentsToRead(walk, change);
  if (wanted.length > 0) await session.queue.settled();
  for (let first = 0; first < wanted.length; first += SEGMENTS) {
    const loaded = await loadSegments(session.database, wanted.slice(first, first + SEGMENTS));
    if (!loaded.ok) return loaded;
    for (const segment of loaded.value.values()) readSegment(walk, segment);
  }
  return ok(wanted.length * LINES_PER_SEGMENT);
}

async function passOne(way: Way, deed: Deed, cell: CellRef): Promise<Result<HistoryLine | null>> {
  const { session } = way;
  const { step, change, direction } = deed;
  const after = walkValue(way.walk);
  const moved = stepBack(way.walk, change, direction);
  way.at = step.seq;
  if (way.walk.ended === 'shape') {
    const crossed = await crossShape(way, cell);
    if (!crossed.ok) return crossed;
  }
  if (!isLine(step) || !(moved || touchesCell(session.document, cell, change))) return ok(null);
  return ok(lineOf(way, step, after));
}

const lineOf = ({ session, walk }: Way, step: Step, after: number | null): HistoryLine =>
  historyLine(session.document, step, {
    undone: session.history.undone.has(step.seq),
    cellBefore: walk.ended === null ? walkValue(walk) : null,
    cellAfter: after,
  });

/**
 * Before a change of shape there were other lines: the walk begins anew on the plan as it was. It ends where the cell
 * does not exist there.
 */
async function crossShape(way: Way, cell: CellRef): Promise<Result<null>> {
  const copy = createPastCopy(way.session, way.walk.column);
  if (!copy) return ok(null);
  const moved = await movePastCopy(way.session, copy, way.at - 1);
  if (!moved.ok) return moved;
  const walk = startCellWalk(copy.document, cell);
  if (!walk.ok) return ok(null);
  way.walk = walk.value;
  return ok(null);
}
