import { createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js';
import type { RowHit } from '~/domain/range';
import { useApp } from '~/state/app';
import { NAME_COLUMN } from '../../../grid/gridContext';
import { usePlanSheet } from '../createPlanSheet';

const PAUSE_MS = 120;

/** What is sought among all rows of the sheet, open or not, and the hit one stands at. */
export function createFind() {
  const app = useApp();
  const sheet = usePlanSheet();
  const [words, setWords] = createSignal('');
  const [hits, setHits] = createSignal<RowHit[]>([]);
  const [total, setTotal] = createSignal(0);
  /** −1: nobody has gone to a hit yet. */
  const [at, setAt] = createSignal(-1);
  const [searching, setSearching] = createSignal(false);
  const sheetId = createMemo(() => sheet.source.rows()?.sheet);
  const revision = createMemo(() => app.status().revision);

  createEffect(
    on([words, sheetId, revision, sheet.finding], ([sought, id, , open], before) => {
      if (sought !== before?.[0]) setAt(-1);
      if (!open || id === undefined || sought.trim() === '') {
        setHits([]);
        setTotal(0);
        setSearching(false);
        return;
      }
      setSearching(true);
      let stale = false;
      const timer = setTimeout(async () => {
        const answer = await app.host.findRows(id, sought.trim());
        if (stale) return;
        setHits(answer.ok ? answer.value.hits : []);
        setTotal(answer.ok ? answer.value.total : 0);
        setSearching(false);
      }, PAUSE_MS);
      onCleanup(() => {
        stale = true;
        clearTimeout(timer);
      });
    }),
  );

  /** Goes to the next or previous hit, round and round; its closed parents open. */
  const go = async (by: 1 | -1): Promise<boolean> => {
    const found = hits();
    if (found.length === 0) return false;
    const next = at() < 0 ? (by > 0 ? 0 : found.length - 1) : (at() + by + found.length) % found.length;
    setAt(next);
    return sheet.reveal(found[next].row, sheet.active()?.columnId ?? NAME_COLUMN);
  };

  return { words, setWords, hits, total, at, searching, go };
}
