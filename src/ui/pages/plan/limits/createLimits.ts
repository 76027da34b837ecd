import { createEffect, createMemo, createSignal, on } from 'solid-js';
import { type CellRef, cellKey } from '~/domain/cell';
import type { Column } from '~/domain/plan';
import type { LimitLine } from '~/domain/view';
import type { App } from '~/state/app';

/** The lasting limits of the column that is shown, asked for anew with every change, and not before `ready`. */
export function createLimits(app: App, column: () => Column, ready: () => boolean) {
  const [lines, setLines] = createSignal<LimitLine[]>([]);
  const key = createMemo(() =>
    ready() ? JSON.stringify([app.status().plan?.id, app.status().revision, app.status().past, column()]) : null,
  );
  let asked = 0;
  createEffect(
    on(key, async (now) => {
      if (now === null) return;
      const mine = ++asked;
      const answer = await app.host.limits(column());
      if (mine === asked) setLines(answer.ok ? answer.value : []);
    }),
  );
  const byCell = createMemo(() => new Map(lines().map((line) => [cellKey(line.cell), line])));
  return { lines, at: (cell: CellRef): LimitLine | null => byCell().get(cellKey(cell)) ?? null };
}
