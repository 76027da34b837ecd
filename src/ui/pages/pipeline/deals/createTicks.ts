import { type Accessor, createSignal } from 'solid-js';
import type { DealRow } from '~/domain/pipelineView';

export interface Ticks {
  rows: Accessor<readonly DealRow[]>;
  has(key: string): boolean;
  turn(row: DealRow): void;
  clear(): void;
}

/** The deals a person ticked, as they stood then: they stay ticked while the list scrolls. */
export function createTicks(): Ticks {
  const [ticked, setTicked] = createSignal<ReadonlyMap<string, DealRow>>(new Map());
  return {
    rows: () => [...ticked().values()],
    has: (key) => ticked().has(key),
    turn: (row) =>
      setTicked((before) => {
        const next = new Map(before);
        if (!next.delete(row.key)) next.set(row.key, row);
        return next;
      }),
    clear: () => setTicked((before) => (before.size === 0 ? before : new Map())),
  };
}
