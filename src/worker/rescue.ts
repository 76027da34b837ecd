import { orderSegments } from '~/plan/document';
import type { Session } from './session';

/** Everything in memory as readable JSON: typed arrays become lists. For the day the browser refuses to save. */
export function rescueFile(session: Session): { name: string; bytes: Uint8Array } {
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
  const text = JSON.stringify(
    {
      format: 'quotagrid-rescue',
      schema: 1,
      revision: session.revision,
      records,
      steps: session.steps,
      plan,
      orders: orderSegments(document),
    },
    (_key, value: unknown) => (ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<number>) : value),
  );
  return { name: `quotagrid-rescue-${session.revision}.json`, bytes: new TextEncoder().encode(text) };
}
