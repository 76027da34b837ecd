import { describe, expect, it } from 'vitest';
import { appendLines, createColumn, createLineTable, mergeTail, SPOKEN, type ViewLevel } from '~/engine/cube/index';
import { createLedger, flushLedger, type LedgerOwner, markAllDirty } from '~/plan/segments';

const COUNT = 20_000;
const KEY = 'base/target/sales';

function planOf(): LedgerOwner & { order: ViewLevel[] } {
  const order = [
    { dimension: 'product', column: 0, ancestorOf: Uint32Array.from({ length: 2 * COUNT + 2 }, (_, i) => i) },
  ];
  const made = createLineTable({
    dimensions: ['product'],
    codes: [Uint32Array.from({ length: COUNT }, (_, i) => 2 * i)],
    order,
  });
  if (!made.ok) throw new RangeError('lines repeat');
  const { lines } = made.value;
  const columns = new Map([[KEY, createColumn(lines.lineId.length, 2)]]);
  return { id: 'p', group: 'sales', generation: 1, lines, columns, ledger: createLedger(), order };
}

/** Every line gets a number that tells which one it is. */
function fill({ lines, columns }: LedgerOwner): void {
  for (const column of columns.values())
    for (let i = 0; i < lines.count; i++) {
      column.value[0][i] = 10 * lines.lineId[i] + 3;
      column.state[0][i] = SPOKEN;
    }
}

function cut(owner: LedgerOwner): number[][] {
  markAllDirty(owner);
  let id = 0;
  const { segments, manifests } = flushLedger(owner, () => `s${id++}`);
  expect(manifests.map(({ period, segments: ids }) => [period, ids.filter((to) => to !== null).length])).toEqual([
    [0, 2],
    [1, 0],
  ]);
  return segments.map(({ first, value }) => Array.from(value, (amount, i) => amount - 10 * (first + i)));
}

describe('segments', () => {
  it('hold the numbers of their lines by id, wherever the lines lie; a month without numbers has none', () => {
    const owner = planOf();
    fill(owner);
    expect(new Set(cut(owner).flat())).toEqual(new Set([3]));
    appendLines(owner.lines, [...owner.columns.values()], [Uint32Array.of(COUNT + 1)]);
    mergeTail(owner.lines, [...owner.columns.values()], owner.order);
    fill(owner);
    expect(owner.lines.positionOf[COUNT]).toBe(COUNT / 2 + 1);
    const moved = cut(owner);
    expect(moved.flat()).toHaveLength(COUNT + 1);
    expect(new Set(moved.flat())).toEqual(new Set([3]));
  });
});
