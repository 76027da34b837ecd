import type { Hierarchy } from '~/domain/dimension';
import { columnKey } from '~/domain/plan';
import type { ColumnData } from '~/engine/cube/index';
import { type OpenPlan, openedPlan, type PlanDocument } from './document';
import { hierarchyOf } from './members';

/** Layers of the base scenario that approval does not speak of. */
const OUTSIDE: readonly string[] = ['issued', 'proposal'];

/**
 * What an approval speaks of, as bytes in one order: the target lines of the base scenario leaf by leaf, the locks, goals
 * and limits on them, the trees, periods and base they rest on. Outside: names, notes, views, rounds, other scenarios, the
 * issued version, proposals and facts, so that looking, talking and handing down leave an approved plan unchanged. Lines
 * in which nobody has spoken do not count, nor do members without any. Equal bytes mean the same plan.
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
  const { currency, minorUnit, calendar, fiscalYear, periods, groups, pools, base } = plan;
  const { salesBasis = 'ordered', taxIncluded = true } = plan;
  write({ currency, minorUnit, calendar, fiscalYear, periods, groups, pools, base, salesBasis, taxIncluded });
  for (const type of ['hold', 'goal', 'limit'] as const) {
    const marks = [...document.records[type].values()].filter(
      ({ plan: owner, cell }) => owner === plan.id && isInside(columnKey(cell.column)),
    );
    for (const mark of marks.sort((a, b) => (a.id < b.id ? -1 : 1))) write([type, mark]);
  }
  const spoken = spokenLines(open);
  open.lines.dimensions.forEach((dimension, d) => {
    const codes = open.lines.codes[d];
    write([dimension, treeOver(hierarchyOf(document.records, plan.id, dimension), spoken, codes)]);
  });
  writeColumns(open, { spoken, write, parts });
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

const columnsInside = (open: OpenPlan): [string, ColumnData][] =>
  [...open.columns].filter(([key]) => isInside(key)).sort(([a], [b]) => (a < b ? -1 : 1));

/** Positions of the lines in which anything is said or held, in order of line id. */
function spokenLines(open: OpenPlan): Uint32Array {
  const { lines } = open;
  const speaks = new Uint8Array(lines.count);
  for (const [, { state }] of columnsInside(open)) {
    for (const states of state) for (let i = 0; i < lines.count; i += 1) speaks[i] |= states[i];
  }
  return Uint32Array.from(speaks.keys())
    .filter((position) => speaks[position] !== 0)
    .sort((a, b) => lines.lineId[a] - lines.lineId[b]);
}

/** The part of a tree that the lines stand on: its levels, and the parent of each member on their way up. */
function treeOver(tree: Hierarchy | null, rows: Uint32Array, codes: ArrayLike<number>): unknown {
  if (!tree) return null;
  const members = new Set<number>();
  for (const row of rows) {
    for (let code = codes[row]; code !== 0 && !members.has(code); code = tree.parent[code] ?? 0) members.add(code);
  }
  return [tree.levels, [...members].sort((a, b) => a - b).map((code) => [code, tree.parent[code] ?? 0])];
}

function writeColumns(
  open: OpenPlan,
  { spoken, write, parts }: { spoken: Uint32Array; write: (value: unknown) => void; parts: Uint8Array[] },
): void {
  const { lines } = open;
  write(['lines', lines.dimensions, spoken.length]);
  for (const codes of lines.codes) parts.push(bytesOf(Uint32Array.from(spoken, (position) => codes[position])));
  for (const [key, { value, state }] of columnsInside(open)) {
    if (!state.some((states) => states.some((bits) => bits !== 0))) continue;
    write(['column', key]);
    value.forEach((values, period) => {
      const states = state[period];
      const amounts = new Float64Array(spoken.length);
      const bits = new Uint8Array(spoken.length);
      for (let i = 0; i < spoken.length; i += 1) {
        amounts[i] = values[spoken[i]];
        bits[i] = states[spoken[i]];
      }
      parts.push(bytesOf(amounts), bits);
    });
  }
}

const bytesOf = (array: Uint32Array | Float64Array): Uint8Array =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
