import { RECORD_TYPES } from '~/domain/change';
import { columnByLine } from '~/engine/cube/index';
import type { PlanDocument } from './document';

/**
 * All inputs of a workspace in one order, as bytes: records by type and id, facts by their import, the open plan's lines as tuples in order of
 * line id (the number itself left out), columns by line. No revision, counter, journal, view or cache is in it, and a
 * column in which nobody has spoken counts as not there. Equal bytes mean equal plans.
 */
export function canonicalBytes(document: PlanDocument): Uint8Array {
  const parts: Uint8Array[] = [];
  const text = new TextEncoder();
  const write = (value: unknown): void => {
    parts.push(text.encode(`${JSON.stringify(value, plainArrays)}\n`));
  };
  const bytes = (array: ArrayBufferView): void => {
    parts.push(new Uint8Array(array.buffer, array.byteOffset, array.byteLength).slice());
  };
  for (const type of RECORD_TYPES) {
    if (type === 'savedView') continue;
    const table = document.records[type] as Map<string, unknown>;
    for (const id of [...table.keys()].sort()) write([type, id, sorted(table.get(id))]);
  }
  for (const id of [...document.records.sourceImport.keys()].sort()) {
    for (const name of document.records.sourceImport.get(id)?.segments ?? []) {
      const segment = document.facts.get(name);
      if (segment) write(['facts', name, sorted(segment)]);
    }
  }
  const { open } = document;
  if (open) {
    const { lines } = open;
    write(['lines', lines.dimensions]);
    for (const codes of lines.codes) {
      const column = new Uint32Array(lines.nextLine);
      for (let line = 0; line < lines.nextLine; line += 1) column[line] = codes[lines.positionOf[line]];
      bytes(column);
    }
    for (const key of [...open.columns.keys()].sort()) {
      const column = open.columns.get(key);
      if (!column?.state.some((states) => states.some((state) => state !== 0))) continue;
      write(['column', key]);
      column.value.forEach((_, period) => {
        const { value, state } = columnByLine(lines, column, period);
        bytes(value);
        bytes(state);
      });
    }
  }
  return joined(parts);
}

const plainArrays = (_key: string, value: unknown): unknown =>
  ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<number>) : value;

/** Records with their fields in one order, whatever order they were written in. */
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) return value.map(sorted);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

function joined(parts: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
