import { columnKey } from '~/domain/plan';
import type { OpenPlan, PlanDocument } from './document';
import { openedPlan } from './document';

/** Layers of the base scenario that approval does not speak of. */
const OUTSIDE: readonly string[] = ['issued', 'proposal'];

/**
 * What an approval speaks of, as bytes in one order: the target lines of the base scenario leaf by leaf, the locks, goals
 * and limits on them, the trees, periods and base they rest on. Outside: names, notes, views, rounds, other scenarios, the
 * issued version, proposals and facts, so that looking, talking and handing down leave an approved plan unchanged. Lines
 * in which nobody has spoken do not count, nor does the order in which lines came. Equal bytes mean the same plan.
 */
export function approvedBytes(document: PlanDocument): Uint8Array {
  const { open } = document;
  const plan = openedPlan(document);
  if (!open || !plan) return new Uint8Array(0);
  const parts: Uint8Array[] = [];
  const text = new TextEncoder();
  const write = (value: unknown): void => {
    parts.push(text.encode(`${JSON.stringify(value)}\n`));
  };
  const { currency, minorUnit, calendar, fiscalYear, periods, dimensions, groups, pools, base } = plan;
  write({ currency, minorUnit, calendar, fiscalYear, periods, dimensions, groups, pools, base });
  for (const type of ['hold', 'goal', 'limit'] as const) {
    const marks = [...document.records[type].values()].filter(
      ({ plan: owner, cell }) => owner === plan.id && isInside(columnKey(cell.column)),
    );
    for (const mark of marks.sort((a, b) => (a.id < b.id ? -1 : 1))) write([type, mark]);
  }
  for (const tree of document.records.hierarchy.values()) {
    if (tree.plan === plan.id) write([tree.id, tree.levels, Array.from(tree.parent)]);
  }
  writeColumns(open, write, parts);
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

function isInside(column: string): boolean {
  const [scenario, layer] = column.split('/');
  return scenario === 'base' && !OUTSIDE.includes(layer);
}

function writeColumns(open: OpenPlan, write: (value: unknown) => void, parts: Uint8Array[]): void {
  const { lines } = open;
  const columns = [...open.columns].filter(([key]) => isInside(key)).sort(([a], [b]) => (a < b ? -1 : 1));
  const speaks = new Uint8Array(lines.count);
  for (const [, { state }] of columns) {
    for (const states of state) for (let i = 0; i < lines.count; i += 1) speaks[i] |= states[i];
  }
  const spoken = Uint32Array.from(speaks.keys())
    .filter((position) => speaks[position] !== 0)
    .sort((a, b) => lines.lineId[a] - lines.lineId[b]);
  write(['lines', lines.dimensions, spoken.length]);
  for (const codes of lines.codes) parts.push(bytesOf(Uint32Array.from(spoken, (position) => codes[position])));
  for (const [key, { value, state }] of columns) {
    if (!state.some((states) => states.some((bits) => bits !== 0))) continue;
    write(['column', key]);
    value.forEach((values, period) => {
      parts.push(bytesOf(Float64Array.from(spoken, (position) => values[position])));
      parts.push(Uint8Array.from(spoken, (position) => state[period][position]));
    });
  }
}

const bytesOf = (array: Uint32Array | Float64Array): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
