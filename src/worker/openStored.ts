import type { Entry } from '~/domain/journal';
import type { Plan } from '~/domain/plan';
import { ok, type Result } from '~/domain/result';
import type { ValueSegment } from '~/domain/segment';
import {
  appendLines,
  blankColumn,
  createLineTable,
  fillColumnByLine,
  mergeTail,
  sharePeriod,
} from '~/engine/cube/index';
import { twinOf } from '~/plan/columnSwaps';
import type { OpenPlan, PlanDocument } from '~/plan/document';
import { mainLevels } from '~/plan/mainLevels';
import { type Direction, replay, segmentsNeeded } from '~/plan/replay';
import { createLedger } from '~/plan/segments';
import { loadEntries, loadEntry, loadPlan, loadSegments } from '~/storage/load';
import type { WorkspaceDatabase } from '~/storage/schema';

/**
 * Opens a stored plan: lines and segments as of its checkpoint, then the entries after it by their new values, never by
 * running commands again. A segment that is missing or changed gives 'storage/corrupt' and opens nothing.
 */
export async function openStoredPlan(
  database: WorkspaceDatabase,
  document: PlanDocument,
  options: { plan: Plan; checkpoint: number },
): Promise<Result<OpenPlan>> {
  const { plan } = options;
  const stored = await loadPlan(database, plan.id, plan.generation);
  if (!stored.ok) return stored;
  const group = plan.groups[0];
  const order = mainLevels(document, plan);
  const made = createLineTable({
    dimensions: group.dimensions,
    codes: group.dimensions.map(() => new Uint32Array(0)),
    order,
  });
  if (!made.ok) return made;
  const { lines } = made.value;
  const segments = stored.value.lines.sort((a, b) => a.no - b.no);
  for (const segment of segments) if (segment.codes[0]?.length) appendLines(lines, [], segment.codes);
  const open: OpenPlan = { id: plan.id, group: group.id, lines, columns: new Map(), order, ledger: createLedger() };
  fillColumns(open, plan, stored.value.manifests, stored.value.segments);
  document.open = open;
  const entries = await loadEntries(database, options.checkpoint);
  if (!entries.ok) return entries;
  for (const entry of entries.value) {
    const replayed = await replayCellsOf(database, document, { entry, plan });
    if (!replayed.ok) return replayed;
  }
  mergeTail(lines, [...open.columns.values()], order);
  return ok(open);
}

function fillColumns(
  open: OpenPlan,
  plan: Plan,
  manifests: { column: string; period: number; segments: (string | null)[] }[],
  segments: Map<string, ValueSegment>,
): void {
  for (const manifest of manifests) {
    let column = open.columns.get(manifest.column);
    if (!column) {
      column = blankColumn(open.lines.lineId.length, plan.periods.length);
      open.columns.set(manifest.column, column);
    }
    open.ledger.manifests.set(`${manifest.column}|${manifest.period}`, [...manifest.segments]);
    const twin = open.columns.get(twinOf(open, manifest.column, manifest.period) ?? '');
    if (twin) {
      sharePeriod(twin, column, manifest.period);
      continue;
    }
    for (const id of manifest.segments) {
      const segment = id === null ? undefined : segments.get(id);
      if (!segment) continue;
      fillColumnByLine(open.lines, column, {
        period: manifest.period,
        first: segment.first,
        value: segment.value,
        state: segment.state,
      });
    }
  }
}

/** The leaf side of an entry after the checkpoint; an undo or redo is replayed from the entry it turns. */
async function replayCellsOf(
  database: WorkspaceDatabase,
  document: PlanDocument,
  { entry, plan }: { entry: Entry; plan: Plan },
): Promise<Result<null>> {
  const turned = entry.undoes ?? entry.redoes;
  let source = entry;
  if (turned !== undefined) {
    const found = await loadEntry(database, turned);
    if (!found.ok) return found;
    source = found.value;
  }
  const direction: Direction = entry.undoes === undefined ? 'forward' : 'back';
  // What belongs to another generation is in its own segments.
  const cells = source.cells.filter((cell) => cell.kind !== 'generation' && cell.generation === plan.generation);
  const change = { records: [], cells };
  const segments = await loadSegments(database, segmentsNeeded(change, direction));
  if (!segments.ok) return segments;
  replay(document, change, { direction, segments: segments.value });
  return ok(null);
}
