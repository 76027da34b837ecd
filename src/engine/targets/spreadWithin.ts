import { type ColumnData, commonRows, isRange, rowList } from '../cube';
import { FIXED } from '../numeric';
import type { Basis } from './chooseWeights';
import type { FreeMask } from './freeMask';
import type { LeafBlock } from './leafBlocks';
import type { GroupLimit, Limits } from './spreadLimits';
import { waterFill } from './waterFill';

/** All free leaves of the blocks in one row of columns. */
interface FreeLeaves {
  block: Uint32Array;
  at: Uint32Array;
  weight: Float64Array;
  min: Float64Array;
  max: Float64Array;
  /** 0 = no group, else its number from 1. */
  group: Uint32Array;
}

type Within = { ok: true; moved: number } | { ok: false; bound: number };

/**
 * Lays an amount on the free leaves within bounds: first on the groups (what no group names is one more, unbounded
 * one), then inside each on its leaves. Without a bound of its own no leaf crosses zero. Written only if it all fits.
 */
export function spreadWithin(
  blocks: LeafBlock[],
  options: { basis: Basis; rest: number; limits: Limits; unit: number; column: ColumnData; mask: FreeMask },
): Within {
  const { rest, limits, unit, basis, column, mask } = options;
  const groups = limits.groups ?? [];
  const leaves = gatherFree(blocks, { limits, rest, sign: basis.sum < 0 ? -1 : 1 });
  const members = Array.from({ length: groups.length + 1 }, () => [] as number[]);
  for (let i = 0; i < leaves.at.length; i++) members[leaves.group[i]].push(i);

  const sumOf = (values: Float64Array, list: number[]): number => list.reduce((sum, i) => sum + values[i], 0);
  const own = groups.map((group) => fixedSum(group, { column, mask, blocks }));
  const low = members.map((list, g) => {
    const stated = g === 0 ? undefined : groups[g - 1].min;
    return Math.max(sumOf(leaves.min, list), stated === undefined ? -Infinity : Math.ceil(stated) - own[g - 1]);
  });
  const high = members.map((list, g) => {
    const stated = g === 0 ? undefined : groups[g - 1].max;
    return Math.min(sumOf(leaves.max, list), stated === undefined ? Infinity : Math.floor(stated) - own[g - 1]);
  });
  const clash = low.findIndex((min, g) => min > high[g]);
  if (clash >= 0) return { ok: false, bound: low[clash] };
  const byGroup = waterFill({
    total: rest,
    weights: Float64Array.from(members, (list) => sumOf(leaves.weight, list)),
    ids: Uint32Array.from(members.keys()),
    min: Float64Array.from(low),
    max: Float64Array.from(high),
    unit,
  });
  if (!byGroup.ok) return byGroup;

  const amounts = new Float64Array(leaves.at.length);
  for (let g = 0; g < members.length; g++) {
    const list = members[g];
    if (list.length === 0) continue;
    const order = list.sort((a, b) => keyOf(blocks, leaves, a) - keyOf(blocks, leaves, b));
    const filled = waterFill({
      total: byGroup.amounts[g],
      weights: Float64Array.from(order, (i) => leaves.weight[i]),
      ids: Uint32Array.from(order.keys()),
      min: Float64Array.from(order, (i) => leaves.min[i]),
      max: Float64Array.from(order, (i) => leaves.max[i]),
      unit,
    });
    if (!filled.ok) return filled;
    order.forEach((i, j) => {
      amounts[i] = filled.amounts[j];
    });
  }
  return { ok: true, moved: writeAmounts(blocks, leaves, amounts) };
}

function gatherFree(
  blocks: LeafBlock[],
  { limits, rest, sign }: { limits: Limits; rest: number; sign: number },
): FreeLeaves {
  const block: number[] = [];
  const at: number[] = [];
  blocks.forEach(({ fixed, first, end }, index) => {
    for (let i = first; i < end; i++) {
      if ((fixed[i] & FIXED) !== 0) continue;
      block.push(index);
      at.push(i);
    }
  });
  const n = at.length;
  const leaves: FreeLeaves = {
    block: Uint32Array.from(block),
    at: Uint32Array.from(at),
    weight: new Float64Array(n),
    min: new Float64Array(n).fill(rest < 0 ? -Infinity : 0),
    max: new Float64Array(n).fill(rest < 0 ? 0 : Infinity),
    group: new Uint32Array(n),
  };
  const { min, max } = limits.leaf ?? {};
  for (let i = 0; i < n; i++) {
    const { rows, period, weight } = blocks[block[i]];
    const position = isRange(rows) ? at[i] : rows[at[i]];
    leaves.weight[i] = weight[at[i]] * sign;
    if (min && min[period][position] !== -Infinity) leaves.min[i] = Math.ceil(min[period][position]);
    if (max && max[period][position] !== Infinity) leaves.max[i] = Math.floor(max[period][position]);
  }
  markGroups(blocks, leaves, limits.groups ?? []);
  return leaves;
}

function markGroups(blocks: LeafBlock[], leaves: FreeLeaves, groups: GroupLimit[]): void {
  groups.forEach(({ selection }, g) => {
    const inside = new Set(rowList(selection.rows));
    for (let i = 0; i < leaves.at.length; i++) {
      const { rows, period } = blocks[leaves.block[i]];
      if (!selection.periods.includes(period)) continue;
      if (inside.has(isRange(rows) ? leaves.at[i] : rows[leaves.at[i]])) leaves.group[i] = g + 1;
    }
  });
}

/** What the group's leaves inside the edit that stay already amount to. */
function fixedSum(
  { selection }: GroupLimit,
  { column, mask, blocks }: { column: ColumnData; mask: FreeMask; blocks: LeafBlock[] },
): number {
  let sum = 0;
  for (const { rows, period } of blocks) {
    if (!selection.periods.includes(period)) continue;
    for (const position of rowList(commonRows(rows, selection.rows)))
      if ((mask.fixed[period][position] & FIXED) !== 0) sum += column.value[period][position];
  }
  return sum;
}

const keyOf = (blocks: LeafBlock[], { block, at }: FreeLeaves, i: number): number =>
  blocks[block[i]].id[at[i]] * 4096 + blocks[block[i]].period;

function writeAmounts(blocks: LeafBlock[], { block, at }: FreeLeaves, amounts: Float64Array): number {
  let moved = 0;
  for (let i = 0; i < at.length; i++) {
    const { out } = blocks[block[i]];
    if (out[at[i]] !== amounts[i]) moved++;
    out[at[i]] = amounts[i] + 0;
  }
  return moved;
}
