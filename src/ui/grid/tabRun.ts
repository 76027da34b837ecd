/** Remembers in which column a run of Tabs began, so that Enter returns there, as in every spreadsheet. */
export interface TabRun {
  /** Called before a Tab leaves `column`. */
  tab(column: string, back: boolean): void;
  /** The column Enter goes to; the run ends. */
  enter(column: string): string;
  /** Any other move ends the run. */
  end(): void;
}

export function createTabRun(): TabRun {
  let start: string | null = null;
  return {
    tab(column, back) {
      if (!back) start ??= column;
    },
    enter(column) {
      const target = start ?? column;
      start = null;
      return target;
    },
    end() {
      start = null;
    },
  };
}
