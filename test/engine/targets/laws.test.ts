import { describe, expect, it } from 'vitest';
import {
  appendLines,
  type ColumnData,
  columnByLine,
  copyColumn,
  HELD,
  mergeTail,
  overlap,
  rowList,
  type Selection,
  selectionTotals,
  selectLines,
} from '~/engine/cube';
import { createRandom, type Random } from '~/engine/numeric';
import {
  applyEdit,
  applyInline,
  clearLeaves,
  editTotal,
  type HeldTotal,
  inlineDeltas,
  layOut,
  revertEdit,
  setHeld,
} from '~/engine/targets';
import { largestRemainder } from '../largestRemainder';
import { MAIN, type SamplePlan, samplePlan } from '../samplePlan';

function anySelection(plan: SamplePlan, random: Random): Selection {
  const filters = [5, 7, 5].flatMap((size, column) =>
    random() < 0.5 ? [] : [{ column, under: Uint8Array.from({ length: size }, () => (random() < 0.5 ? 1 : 0)) }],
  );
  const periods = plan.periods.filter(() => random() < 0.6);
  return { rows: selectLines(plan.lines, filters), periods: periods.length > 0 ? periods : [0] };
}

const bytes = (plan: SamplePlan) => plan.periods.map((p) => columnByLine(plan.lines, plan.column, p));
/** Bit for bit, −0 apart from 0; faster than a deep comparison by hundreds. */
const isSame = (a: ColumnData, b: ColumnData): boolean =>
  a.value.every((value, p) => value.every((v, i) => Object.is(v, b.value[p][i]) && a.state[p][i] === b.state[p][i]));

const sumOf = (plan: SamplePlan, selection: Selection): number => selectionTotals(plan.column, selection).sum;

describe('any edit of a total', () => {
  it('is exact, leaves held, frozen and closed leaves alone, keeps every held total, or changes nothing at all', {
    timeout: 60_000,
  }, () => {
    const random = createRandom(21);
    let done = 0;
    let absorbed = 0;
    for (let round = 0; round < 700; round++) {
      const plan = samplePlan(1 + (round % 40), { periods: 4 });
      const { lines, column } = plan;
      for (let i = 0; i < 20; i++) column.state[Math.floor(random() * 4)][Math.floor(random() * lines.count)] |= HELD;
      const heldTotals: HeldTotal[] = Array.from({ length: Math.floor(random() * 4) }, (_, h) => {
        const selection = anySelection(plan, random);
        return { id: `hold ${h}`, selection, amount: sumOf(plan, selection) };
      });
      const frozen = random() < 0.3 ? [anySelection(plan, random)] : [];
      const closedPeriods = random() < 0.3 ? [3] : [];
      const edit = anySelection(plan, random);
      const total = Math.round(sumOf(plan, edit) * (0.5 + random()));
      const kind = random();
      const method =
        kind < 0.6
          ? ({ kind: 'proportional' } as const)
          : kind < 0.8
            ? ({ kind: 'equal' } as const)
            : ({ kind: 'weights', weight: column.value.map((v) => v.map((_, i) => (i % 7) / 7)) } as const);
      const before = copyColumn(column);
      const result = editTotal({ lines, column, edit, total, frozen, heldTotals, closedPeriods, method });
      if (!result.ok) {
        expect(isSame(column, before)).toBe(true);
        continue;
      }
      done++;
      expect(sumOf(plan, edit)).toBe(total);
      for (const { selection, amount } of heldTotals) expect(sumOf(plan, selection)).toBe(amount);
      const touching = heldTotals.filter(({ selection }) => overlap(selection, edit) > 0);
      if (touching.length > 0 && result.value.moved > 0) absorbed++;
      let touched = 0;
      for (const period of plan.periods) {
        const stays = new Set(frozen.filter((f) => f.periods.includes(period)).flatMap((f) => [...rowList(f.rows)]));
        const fixed = (i: number): boolean =>
          (before.state[period][i] & HELD) !== 0 || stays.has(i) || closedPeriods.includes(period);
        for (let i = 0; i < lines.count; i++) {
          const [value, state] = [column.value[period][i], column.state[period][i]];
          if (fixed(i) && (value !== before.value[period][i] || state !== before.state[period][i])) touched++;
          if (Object.is(value, -0) || ((state & 1) === 0 && value !== 0)) touched++;
        }
      }
      expect(touched).toBe(0);
      let moved = 0;
      for (const p of plan.periods)
        for (let i = 0; i < lines.count; i++)
          if (column.value[p][i] !== before.value[p][i] || column.state[p][i] !== before.state[p][i]) moved++;
      expect(result.value.moved).toBe(moved);
      const after = copyColumn(column);
      const deltas = inlineDeltas(lines, column, result.value);
      const inverse = revertEdit(column, result.value);
      expect(isSame(column, before)).toBe(true);
      revertEdit(column, inverse);
      expect(isSame(column, after)).toBe(true);
      applyInline({ lines, column, deltas, direction: 'back' });
      expect(isSame(column, before)).toBe(true);
      applyInline({ lines, column, deltas, direction: 'forward' });
      expect(isSame(column, after)).toBe(true);
    }
    expect(done).toBeGreaterThan(200);
    expect(absorbed).toBeGreaterThan(50);
  });

  it('is the largest remainder over lines and periods together, as whole numbers of any size give it', () => {
    const random = createRandom(24);
    for (let round = 0; round < 300; round++) {
      const plan = samplePlan(round, { periods: 4 });
      const { lines, column } = plan;
      const edit = anySelection(plan, random);
      const leaves = edit.periods.flatMap((period) => Array.from(rowList(edit.rows), (i) => ({ period, i })));
      const isFree = leaves.map(() => random() < 0.9);
      leaves.forEach(({ period, i }, k) => {
        if (!isFree[k]) column.state[period][i] |= HELD;
      });
      const free = leaves.filter((_, k) => isFree[k]);
      const weights = free.map(({ period, i }) => column.value[period][i]);
      const held = sumOf(plan, edit) - weights.reduce((a, b) => a + b, 0);
      if (weights.every((w) => w === 0)) continue;
      const ids = free.map(({ period, i }) => lines.lineId[i] * 4 + period);
      const rest = Math.floor(random() * 2 ** Math.floor(random() * 50));
      const done = editTotal({ lines, column, edit, total: held + rest });
      if (!done.ok) throw new Error(done.issues[0].code);
      const got = free.map(({ period, i }) => column.value[period][i]);
      expect(got).toEqual(largestRemainder(rest, weights, ids));
    }
  });

  it('gives the same to each line id whatever the physical position', () => {
    const random = createRandom(22);
    for (let round = 0; round < 150; round++) {
      const [one, other] = [samplePlan(round), samplePlan(round)];
      for (const plan of [one, other]) {
        const codes = [Uint32Array.of(1, 3), Uint32Array.of(1, 2), Uint32Array.of(0, 0)];
        const first = appendLines(plan.lines, [plan.column], codes);
        for (const line of [first, first + 1]) {
          plan.column.value[1][plan.lines.positionOf[line]] = 500;
          plan.column.state[1][plan.lines.positionOf[line]] = 1;
        }
        // Equal values make ties, which only the line id may decide.
        for (const p of plan.periods)
          for (let i = 0; i < plan.lines.count; i++)
            if (plan.column.state[p][i] === 1) plan.column.value[p][i] = 1 + (plan.column.value[p][i] % 3);
      }
      mergeTail(other.lines, [other.column], MAIN);
      const under = Uint8Array.from({ length: 7 }, () => (random() < 0.7 ? 1 : 0));
      const total = Math.floor(random() * 5_000);
      for (const { lines, column, periods } of [one, other])
        editTotal({ lines, column, edit: { rows: selectLines(lines, [{ column: 1, under }]), periods }, total });
      expect(bytes(one)).toEqual(bytes(other));
    }
  });

  it('stored by line ids goes back and forward after lines came and were merged', () => {
    const plan = samplePlan(31);
    const { lines, column } = plan;
    const before = bytes(plan);
    const done = editTotal({ lines, column, edit: { rows: { first: 3, end: 30 }, periods: [0, 2] }, total: 99_999 });
    if (!done.ok) throw new Error('refused');
    const after = bytes(plan);
    const deltas = inlineDeltas(lines, column, done.value);
    const first = appendLines(lines, [column], [Uint32Array.of(1), Uint32Array.of(1), Uint32Array.of(0)]);
    mergeTail(lines, [column], MAIN);
    const cut = (all: typeof before) => all.map(({ value, state }) => [value.slice(0, first), state.slice(0, first)]);
    applyInline({ lines, column, deltas, direction: 'back' });
    expect(cut(bytes(plan))).toEqual(cut(before));
    applyInline({ lines, column, deltas, direction: 'forward' });
    expect(cut(bytes(plan))).toEqual(cut(after));
  });

  it('clearing and holding are undone byte for byte, and an edit with its new values is made again', () => {
    const plan = samplePlan(32);
    const { lines, column } = plan;
    const edit = { rows: Uint32Array.of(1, 4, 9), periods: [0, 1] };
    const before = copyColumn(column);
    const hold = setHeld(column, { rows: Uint32Array.of(4), periods: [1] }, true);
    const cleared = clearLeaves({ lines, column, edit });
    if (!cleared.ok) throw new Error('refused');
    const after = copyColumn(column);
    revertEdit(column, cleared.value);
    applyEdit(column, cleared.value);
    expect(isSame(column, after)).toBe(true);
    revertEdit(column, cleared.value);
    revertEdit(column, hold);
    expect(isSame(column, before)).toBe(true);
  });
});

describe('layOut', () => {
  it('is exact over all lines and over each line’s periods, in whole steps per line', () => {
    const random = createRandom(23);
    for (let round = 0; round < 60; round++) {
      const plan = samplePlan(round, { periods: 12 });
      const n = plan.lines.count;
      const memberWeights = Float64Array.from({ length: n }, () => (random() < 0.1 ? 0 : random()));
      const profiles = [Float64Array.from({ length: 12 }, () => random()), new Float64Array(12)];
      const profileOf = Uint16Array.from({ length: n }, () => (random() < 0.8 ? 0 : 1));
      const total = Math.floor(random() * 2 ** 44) * 100;
      const result = layOut({
        column: plan.column,
        lineId: plan.lines.lineId,
        total,
        memberWeights,
        profiles,
        profileOf,
        unit: 100,
      });
      expect(result.ok).toBe(true);
      const rows = { first: 0, end: n };
      expect(sumOf(plan, { rows, periods: plan.periods })).toBe(total);
      for (let i = 0; i < n; i++) {
        const year = sumOf(plan, { rows: { first: i, end: i + 1 }, periods: plan.periods });
        expect(year % 100).toBe(0);
        if (memberWeights[i] === 0) expect(year).toBe(0);
      }
    }
  });

  it('refuses a total for no lines and one beyond 2^51', () => {
    const { column, lines } = samplePlan(1);
    const base = { column, lineId: lines.lineId, profiles: [new Float64Array(3)] };
    expect(layOut({ ...base, total: 5, memberWeights: new Float64Array(0) }).ok).toBe(false);
    expect(layOut({ ...base, total: 2 ** 52, memberWeights: new Float64Array(1) }).ok).toBe(false);
  });
});
