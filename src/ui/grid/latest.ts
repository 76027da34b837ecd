/** One question at a time; while one is asked or the line is held, only the newest of the others waits. */
export interface Latest<Q> {
  ask(question: Q): void;
  /** Holds back questions until released, so that they never overtake an edit. */
  hold(): () => void;
  stop(): void;
}

export function createLatest<Q, A>(asking: { ask: (question: Q) => Promise<A>; take: (answer: A) => void }): Latest<Q> {
  let waiting: { question: Q } | null = null;
  let busy = false;
  let holds = 0;
  let stopped = false;

  const next = () => {
    if (busy || holds > 0 || stopped || !waiting) return;
    const { question } = waiting;
    waiting = null;
    busy = true;
    asking
      .ask(question)
      .then((answer) => {
        if (!stopped) asking.take(answer);
      })
      .finally(() => {
        busy = false;
        next();
      });
  };

  return {
    ask(question) {
      waiting = { question };
      next();
    },
    hold() {
      let held = true;
      holds += 1;
      return () => {
        if (!held) return;
        held = false;
        holds -= 1;
        next();
      };
    },
    stop() {
      stopped = true;
      waiting = null;
    },
  };
}
