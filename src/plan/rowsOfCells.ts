import type { CellRef } from '~/domain/cell';
import type { Hierarchy } from '~/domain/dimension';
import { packRows, type Rows } from '~/engine/cube/index';
import { membersOf, type OpenPlan, type PlanDocument } from './document';
import { hierarchiesOf, hierarchyOfNode } from './members';
import { rowsAt } from './resolve';

const NONE = 0xffff_ffff;
const NO_ROWS: Rows = { first: 0, end: 0 };

/** Addresses that name the same dimensions at the same depths: a line lies under one of them at most. */
interface AddressGroup {
  dimensions: { column: number; ancestorOf: Uint32Array }[];
  /** Lines that pass the filter; null = all. */
  shown: Uint8Array | null;
  /** Codes of the address, joined → number of the address. */
  addresses: Map<string, number>;
}

/**
 * The lines under each of many cells, the same as `rowsAt` gives one by one, at the cost of one pass over the lines for
 * each set of depths that occurs: ten thousand pasted cells are one or two passes.
 */
export function rowsOfCells(document: PlanDocument, open: OpenPlan, cells: readonly CellRef[]): Rows[] {
  const groups = new Map<string, AddressGroup>();
  const depths = new Map<string, DepthTable>();
  const depthsOf = (dimension: string): DepthTable => {
    let table = depths.get(dimension);
    if (!table) {
      table = depthTable(document, open.id, dimension);
      depths.set(dimension, table);
    }
    return table;
  };
  let addresses = 0;
  // Cells of one row often share their address as an object.
  const known = new Map<CellRef['at'], { within: CellRef['within']; address: number }>();
  const addressOf = Int32Array.from(cells, (cell) => {
    const same = known.get(cell.at);
    if (same && same.within === cell.within) return same.address;
    const address = findAddress(cell);
    known.set(cell.at, { within: cell.within, address });
    return address;
  });
  const rows: Rows[] = new Array(addresses).fill(NO_ROWS);
  for (const group of groups.values()) {
    if (isPackable(group)) fillRows(open, group, rows);
    else fillOneByOne(document, open, { cells, addressOf, group, rows });
  }
  return Array.from(addressOf, (address) => (address < 0 ? NO_ROWS : rows[address]));

  function findAddress(cell: CellRef): number {
    const named: { dimension: string; column: number; code: number; depth: number }[] = [];
    for (const dimension in cell.at) {
      const column = open.lines.dimensions.indexOf(dimension);
      const code = cell.at[dimension];
      if (column < 0 && code !== 0) return -1;
      if (column >= 0) named.push({ dimension, column, code, depth: depthsOf(dimension).depthOf(code) });
    }
    named.sort((a, b) => a.column - b.column);
    const signature = `${named.map(({ column, depth }) => `${column}@${depth}`).join()}|${cell.within?.length ? JSON.stringify(cell.within) : ''}`;
    let group = groups.get(signature);
    if (!group) {
      group = {
        dimensions: named.map(({ dimension, column, depth }) => ({
          column,
          ancestorOf: depthsOf(dimension).ancestorsAt(depth),
        })),
        shown: cell.within?.length ? marksOf(rowsAt(document, open, {}, cell.within), open.lines.count) : null,
        addresses: new Map(),
      };
      groups.set(signature, group);
    }
    const key = named.map(({ code }) => code).join();
    let address = group.addresses.get(key);
    if (address === undefined) {
      address = addresses;
      addresses += 1;
      group.addresses.set(key, address);
    }
    return address;
  }
}

/** Whether every combination of the codes that are named has a number of its own. */
function isPackable({ dimensions, addresses }: AddressGroup): boolean {
  const codes = dimensions.map(() => new Set<string>());
  for (const key of addresses.keys()) {
    const parts = key.split(',');
    for (let d = 0; d < codes.length; d += 1) codes[d].add(parts[d]);
  }
  return codes.reduce((product, { size }) => product * size, 1) <= Number.MAX_SAFE_INTEGER;
}

function fillOneByOne(
  document: PlanDocument,
  open: OpenPlan,
  wanted: { cells: readonly CellRef[]; addressOf: Int32Array; group: AddressGroup; rows: Rows[] },
): void {
  const own = new Set(wanted.group.addresses.values());
  wanted.addressOf.forEach((address, c) => {
    if (!own.delete(address)) return;
    wanted.rows[address] = rowsAt(document, open, wanted.cells[c].at, wanted.cells[c].within);
  });
}

/** One pass: each line finds its address, and addresses collect their lines in order of position. */
function fillRows({ lines }: OpenPlan, { dimensions, shown, addresses }: AddressGroup, rows: Rows[]): void {
  const wanted = dimensions.map(() => new Map<number, number>());
  const packed = new Map<number, number>();
  const spans: number[] = [];
  for (const key of addresses.keys()) {
    const codes = key === '' ? [] : key.split(',').map(Number);
    codes.forEach((code, d) => {
      if (!wanted[d].has(code)) wanted[d].set(code, wanted[d].size);
    });
  }
  for (const slots of wanted) spans.push(slots.size);
  const slotOf = dimensions.map(({ ancestorOf }, d) =>
    Int32Array.from(ancestorOf, (code) => wanted[d].get(code) ?? -1),
  );
  for (const [key, address] of addresses) {
    let mixed = 0;
    if (key !== '')
      key.split(',').forEach((code, d) => {
        mixed = mixed * spans[d] + (wanted[d].get(Number(code)) ?? 0);
      });
    packed.set(mixed, address);
  }
  // The numbers are few enough for a table, but where codes of many dimensions multiply.
  const combinations = spans.reduce((product, span) => product * span, 1);
  const table = combinations <= LARGEST_TABLE ? new Int32Array(combinations).fill(-1) : null;
  if (table) for (const [mixed, address] of packed) table[mixed] = address;
  const addressOf = new Int32Array(lines.count).fill(-1);
  const counts = new Uint32Array(rows.length);
  const columns = dimensions.map(({ column }) => lines.codes[column]);
  for (let position = 0; position < lines.count; position += 1) {
    if (shown && shown[position] === 0) continue;
    let mixed = 0;
    for (let d = 0; d < columns.length; d += 1) {
      const slot = slotOf[d][columns[d][position]] ?? -1;
      if (slot < 0) {
        mixed = -1;
        break;
      }
      mixed = mixed * spans[d] + slot;
    }
    if (mixed < 0) continue;
    const address = table ? table[mixed] : (packed.get(mixed) ?? -1);
    if (address < 0) continue;
    addressOf[position] = address;
    counts[address] += 1;
  }
  const lists = new Map<number, Uint32Array>();
  for (const address of addresses.values())
    if (counts[address] > 0) lists.set(address, new Uint32Array(counts[address]));
  counts.fill(0);
  for (let position = 0; position < lines.count; position += 1) {
    const address = addressOf[position];
    const list = address < 0 ? undefined : lists.get(address);
    if (list) list[counts[address]++] = position;
  }
  for (const [address, list] of lists) rows[address] = packRows(list);
}

const LARGEST_TABLE = 2 ** 22;

interface DepthTable {
  depthOf: (code: number) => number;
  /** Leaf code → the member of that depth it is or lies under. */
  ancestorsAt: (depth: number) => Uint32Array;
}

/** *Unassigned* contains only itself. */
const UNASSIGNED_DEPTH = -1;

/** More levels than any tree has. */
const TREE_DEPTHS = 64;

function depthTable(document: PlanDocument, plan: string, dimension: string): DepthTable {
  const trees = hierarchiesOf(document.records, plan, dimension);
  const members = membersOf(document, dimension);
  const { next } = members;
  // A node of another tree than the main one is as deep as in that tree, in a run of depths of its own.
  const treeOf = (node: number): number => {
    const own = hierarchyOfNode(document.records, plan, { members, node });
    return Math.max(0, own ? trees.indexOf(own) : 0);
  };
  return {
    depthOf: (code) => {
      if (code === 0) return UNASSIGNED_DEPTH;
      const tree = treeOf(code);
      return tree * TREE_DEPTHS + pathOf(trees[tree] ?? null, code).length - 1;
    },
    ancestorsAt: (depth) => {
      const ancestorOf = new Uint32Array(Math.max(next, 1)).fill(NONE);
      if (depth === UNASSIGNED_DEPTH) {
        ancestorOf[0] = 0;
        return ancestorOf;
      }
      const tree = trees[Math.floor(depth / TREE_DEPTHS)] ?? null;
      const level = depth % TREE_DEPTHS;
      for (let code = 1; code < next; code += 1) {
        const path = pathOf(tree, code);
        if (path.length > level) ancestorOf[code] = path[path.length - 1 - level];
      }
      return ancestorOf;
    },
  };
}

/** A member and what is above it, itself first; as deep as the hierarchy has levels. */
function pathOf(hierarchy: Hierarchy | null, code: number): number[] {
  const path = [code];
  let up = hierarchy?.parent[code] ?? 0;
  while (up !== 0 && path.length <= (hierarchy?.levels.length ?? 0)) {
    path.push(up);
    up = hierarchy?.parent[up] ?? 0;
  }
  return path;
}

function marksOf(rows: Rows, count: number): Uint8Array {
  const marks = new Uint8Array(count);
  if (rows instanceof Uint32Array) for (const row of rows) marks[row] = 1;
  else marks.fill(1, rows.first, rows.end);
  return marks;
}
