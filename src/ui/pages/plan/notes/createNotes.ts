import { createEffect, createMemo, createSignal, on } from 'solid-js';
import { type CellRef, cellKey } from '~/domain/cell';
import type { NoteLine } from '~/domain/scenario';
import type { App } from '~/state/app';

/** The notes of the open plan, newest first, asked for anew with every change, and not before `ready`. */
export function createNotes(app: App, ready: () => boolean) {
  const [notes, setNotes] = createSignal<NoteLine[]>([]);
  const key = createMemo(() =>
    ready() ? `${app.status().plan?.id}:${app.status().revision}:${app.status().past?.seq ?? ''}` : null,
  );
  let asked = 0;
  createEffect(
    on(key, async (now) => {
      if (now === null) return;
      const mine = ++asked;
      const answer = await app.host.notes();
      if (mine !== asked) return;
      const found = answer.ok ? answer.value : [];
      setNotes([...found].sort((a, b) => b.wallTime.localeCompare(a.wallTime)));
    }),
  );
  const byCell = createMemo(() => new Map(notes().map((note) => [cellKey(note.cell), note])));
  return {
    notes,
    /** The note at this very cell; a filter that is on is no part of a note's address. */
    at: (cell: CellRef): NoteLine | null => byCell().get(cellKey(unfiltered(cell))) ?? null,
  };
}

export type Notes = ReturnType<typeof createNotes>;

/** Notes stand at cells, not at what a filter leaves of them. */
export const unfiltered = ({ column, at, periods }: CellRef): CellRef => ({ column, at, periods });
