/** Cells whose numbers an edit moved, until the sheet is drawn whole. */
export interface Fades {
  add(start: () => void): void;
  /** Starts the fades that were asked for, unless they are too many. */
  settle(): void;
}

/**
 * Where nearly everything moves nothing stands out, and a fade in every cell would keep the browser styling and painting
 * the whole sheet for as long as it lasts.
 */
const MOST = 96;

export function createFades(): Fades {
  let asked: (() => void)[] = [];
  return {
    add(start) {
      asked.push(start);
    },
    settle() {
      const all = asked;
      asked = [];
      if (all.length <= MOST) for (const start of all) start();
    },
  };
}
