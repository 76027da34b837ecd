import { createEffect, createMemo, createSignal, on } from 'solid-js';
import type { CellRef } from '~/domain/cell';
import type { HistoryLine } from '~/domain/history';
import type { App } from '~/state/app';

const PAGE = 30;

/** Pages of history of a cell (undefined = none is chosen) or of the whole plan, newest first, taken anew after changes. */
export function createHistory(app: App, cell: () => CellRef | null | undefined) {
  const [lines, setLines] = createSignal<HistoryLine[] | null>(null);
  const [next, setNext] = createSignal<number | null>(null);
  const [reading, setReading] = createSignal(false);
  const asked = createMemo(() =>
    JSON.stringify([cell() ?? cell() === null, app.status().plan?.id, app.status().revision]),
  );
  let turn = 0;

  const read = async (before: number | null): Promise<void> => {
    const mine = before === null ? ++turn : turn;
    const wanted = cell();
    if (wanted === undefined) {
      setLines(null);
      setNext(null);
      return;
    }
    setReading(true);
    let from = before;
    const found: HistoryLine[] = [];
    // A page that ends early for the sake of time may be empty: the next one is asked for at once.
    do {
      const answer = await app.host.history({ cell: wanted, before: from, count: PAGE });
      if (mine !== turn) return;
      if (!answer.ok) {
        app.toasts.say({ tone: 'bad', issues: answer.issues });
        break;
      }
      found.push(...answer.value.lines);
      from = answer.value.next;
    } while (found.length === 0 && from !== null);
    setReading(false);
    setLines((all) => (before === null ? found : [...(all ?? []), ...found]));
    setNext(from);
  };

  createEffect(on(asked, () => void read(null)));
  return { lines, next, reading, more: () => void read(next()) };
}
