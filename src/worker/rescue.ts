import { ok, type Result } from '~/domain/result';
import { storedSegments } from '~/plan/document';
import { readRaw } from '~/storage/readRaw';
import type { Session } from './session';

export interface RescueFile {
  name: string;
  bytes: Uint8Array;
}

/** Everything in memory as readable JSON: typed arrays become lists. For the day the browser refuses to save. */
export function rescueFile(session: Session): RescueFile {
  const { document } = session;
  const records = Object.fromEntries(
    Object.entries(document.records).map(([type, table]) => [type, [...table.values()]]),
  );
  const { open } = document;
  const plan = open && {
    id: open.id,
    dimensions: open.lines.dimensions,
    lineId: open.lines.lineId.slice(0, open.lines.count),
    codes: open.lines.codes.map((codes) => codes.slice(0, open.lines.count)),
    columns: [...open.columns].map(([key, column]) => ({
      key,
      value: column.value.map((values) => values.slice(0, open.lines.count)),
      state: column.state.map((states) => states.slice(0, open.lines.count)),
    })),
  };
  const everything = {
    format: 'quotagrid-rescue',
    schema: 1,
    revision: session.revision,
    records,
    steps: session.steps,
    plan,
    orders: storedSegments(document),
    facts: Object.fromEntries(document.facts),
  };
  return { name: `quotagrid-rescue-${session.revision}.json`, bytes: readable(everything) };
}

/** Everything that can still be read of a stored workspace that does not open, table by table, as readable JSON. */
export async function rescueStored(namespace: string, id: string): Promise<Result<RescueFile>> {
  const raw = await readRaw(namespace, id);
  if (!raw.ok) return raw;
  return ok({
    name: `quotagrid-rescue-${id}.json`,
    bytes: readable({ format: 'quotagrid-rescue-raw', workspace: id, ...raw.value }),
  });
}

const readable = (value: unknown): Uint8Array =>
  new TextEncoder().encode(
    JSON.stringify(value, (_key, part: unknown) =>
      ArrayBuffer.isView(part) ? Array.from(part as unknown as ArrayLike<number>) : part,
    ),
  );
