import { type Accessor, createSignal } from 'solid-js';
import type { Result } from '~/domain/result';

/** A change that waits for a reason: with one it goes on, without (null) it is given up. */
export interface Asking {
  answer(reason: string | null): void;
}

export interface Reasons {
  asking: Accessor<Asking | null>;
  /** The reason a person gives, or null. A question that is still open is given up for the new one. */
  ask(): Promise<string | null>;
}

export function createReasons(): Reasons {
  const [asking, setAsking] = createSignal<Asking | null>(null);
  return {
    asking,
    ask: () =>
      new Promise((resolve) => {
        asking()?.answer(null);
        setAsking({
          answer(reason) {
            setAsking(null);
            resolve(reason);
          },
        });
      }),
  };
}

/** Whether a change was refused for want of a reason alone. */
export const needsReason = (result: Result<unknown>): boolean =>
  !result.ok && result.issues.length > 0 && result.issues.every(({ code }) => code === 'reason/needed');
