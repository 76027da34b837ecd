import { type Accessor, createSignal } from 'solid-js';
import type { Issue } from '~/domain/issue';
import type { Effect } from '~/domain/status';

export type ToastTone = 'note' | 'good' | 'warn' | 'bad';

/** What to say: issues and effects are put into words by the page, in the language that is set when it is read. */
export interface Toast {
  tone: ToastTone;
  issues?: Issue[];
  effect?: Effect;
  /** A text of the dictionaries. */
  message?: { key: string; params?: Record<string, string | number> };
  /** A text that is in words already. */
  text?: string;
  action?: { label: string; run: () => void };
}

export interface ShownToast extends Toast {
  id: number;
}

export interface Toasts {
  list: Accessor<ShownToast[]>;
  say(toast: Toast): number;
  dismiss(id: number): void;
}

const LIMIT = 4;

/** Failures stay until they are read; everything else leaves after a while. */
const LIFE_MS = { note: 6_000, good: 6_000, warn: 12_000, bad: null } as const;

export function createToasts(): Toasts {
  const [list, setList] = createSignal<ShownToast[]>([]);
  let last = 0;
  const dismiss = (id: number) => setList((all) => all.filter((toast) => toast.id !== id));
  return {
    list,
    dismiss,
    say(toast) {
      const id = ++last;
      // What is said again is said once, as the newest.
      const same = JSON.stringify(toast);
      setList((all) => {
        const others = all.filter(({ id: _, ...other }) => JSON.stringify(other) !== same);
        return [...others, { ...toast, id }].slice(-LIMIT);
      });
      const life = LIFE_MS[toast.tone];
      if (life !== null) setTimeout(() => dismiss(id), life);
      return id;
    },
  };
}
