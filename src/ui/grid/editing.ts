import { type Accessor, createSignal } from 'solid-js';
import type { Command } from '~/domain/command';
import type { Issue } from '~/domain/issue';
import type { NumberEntry } from '~/domain/number';
import type { Result } from '~/domain/result';
import type { EditPreview } from '~/domain/view';
import type { ActiveCell } from './activeCell';

/** An edit while it is typed. */
export interface EditState {
  cell: ActiveCell;
  mode: 'typing' | 'caret';
  text: string;
  /** What the editor held before anything was typed. */
  start: string;
  entry: NumberEntry | null;
  /** Why Enter would not take it; said only once asked, or when it cannot become a number any more. */
  issue: Issue | null;
  preview: EditPreview | null;
}

export interface Editing {
  state: Accessor<EditState | null>;
  /** `seed` replaces the content, null keeps it. */
  begin(cell: ActiveCell, options: { start: string; seed: string | null }): void;
  typed(text: string): void;
  /** The entry that Enter takes, or null where it stays open with its reason. */
  settle(): NumberEntry | null;
  end(): void;
}

export interface EditingPorts {
  read(cell: ActiveCell, text: string): Result<NumberEntry>;
  command(cell: ActiveCell, entry: NumberEntry, text: string): Command | null;
  preview(command: Command): Promise<Result<EditPreview>>;
}

const PAUSE_MS = 120;

export function createEditing({ read, command, preview }: EditingPorts): Editing {
  const [state, setState] = createSignal<EditState | null>(null);
  let turn = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const forget = () => {
    turn += 1;
    clearTimeout(timer);
  };

  const ask = (cell: ActiveCell, entry: NumberEntry, text: string) => {
    const asked = command(cell, entry, text);
    if (!asked || entry.kind === 'blank') return;
    const mine = turn;
    timer = setTimeout(async () => {
      const answer = await preview(asked);
      if (mine !== turn) return;
      setState((now) =>
        now && answer.ok
          ? { ...now, preview: answer.value, issue: answer.value.issues[0] ?? null }
          : now && { ...now, preview: null, issue: answer.ok ? null : answer.issues[0] },
      );
    }, PAUSE_MS);
  };

  const typed = (text: string) => {
    const now = state();
    if (!now) return;
    forget();
    const answer = read(now.cell, text);
    const entry = answer.ok ? answer.value : null;
    setState({ ...now, text, entry, issue: null, preview: null });
    if (entry) ask(now.cell, entry, text);
  };

  return {
    state,
    begin(cell, { start, seed }) {
      forget();
      const mode = seed === null ? 'caret' : 'typing';
      setState({ cell, mode, text: seed ?? start, start, entry: null, issue: null, preview: null });
      if (seed !== null) typed(seed);
    },
    typed,
    settle() {
      const now = state();
      if (!now) return null;
      const answer = read(now.cell, now.text);
      const issue = answer.ok ? now.issue : answer.issues[0];
      if (issue) setState({ ...now, issue });
      return answer.ok && !issue ? answer.value : null;
    },
    end() {
      forget();
      setState(null);
    },
  };
}
