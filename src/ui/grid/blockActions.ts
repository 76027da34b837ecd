import type { Command } from '~/domain/command';
import type { Issue } from '~/domain/issue';
import type { BlockOrigin } from '~/domain/targetCommand';
import { accessBlock, type BlockAccess, cellsOfBlock, coversBlock, fetchBlock, isTooLarge } from './blockAccess';
import { type BlockEntry, type BlockPlan, isFieldSum, planBlock, rowParts } from './blockPlan';
import { amountOf, readEntry } from './cellEntry';
import type { CellReading } from './cellReading';
import { type FillRequest, fillBlock } from './fillBlock';
import type { GridRect } from './gridRange';
import type { GridSurface } from './gridSurface';
import type { RangeState } from './rangeState';
import type { SessionPorts } from './sessionPorts';

/** What is done to a whole selection as one step. */
export interface BlockActions {
  /** The cells of a rectangle, once their numbers are at hand. */
  withCells(rect: GridRect, use: (block: BlockAccess) => void): void;
  clear(): void;
  /** The typed text for every cell; what is relative counts from each cell's own value. */
  enter(text: string): void;
  /** Copies the first row (or column) of the selection over the rest; from above (or the left) where there is only one. False where keys belong to the browser. */
  fillAlong(along: 'down' | 'right'): boolean;
  fill(request: FillRequest): void;
  /** Writes the changes of a plan; says which cells were left as they are. */
  write(block: BlockAccess, plan: BlockPlan, origin: BlockOrigin): void;
}

export interface BlockPorts {
  surface: GridSurface;
  range: RangeState;
  reading: CellReading;
  ports: SessionPorts;
  run(command: Command): void;
}

export function createBlockActions({ surface, range, reading, ports, run }: BlockPorts): BlockActions {
  const { source, view } = ports;
  const access = (rect: GridRect) => accessBlock(rect, { surface, reading, source });

  const withCells: BlockActions['withCells'] = (rect, use) => {
    if (isTooLarge(rect)) {
      ports.tell(view().t('grid.tooMany'));
      return;
    }
    if (coversBlock(rect, source, surface.bodyRows())) {
      use(access(rect));
      return;
    }
    void fetchBlock(rect, source, surface.bodyRows()).then((done) => {
      if (done) use(access(rect));
      else ports.tell(view().t('grid.notLoaded'));
    });
  };

  const write: BlockActions['write'] = (block, plan, origin) => {
    const refused = plan.problems.filter((problem) => problem.kind !== 'total');
    if (plan.changes.length === 0) {
      const [first] = refused;
      if (first && 'issue' in first && plan.same === 0) ports.refuse(first.issue);
      return;
    }
    run({ name: 'targets/setCells', origin, cells: cellsOfBlock(block, plan.changes, ports) });
    if (refused.length > 0) {
      const reason = reasonOf(refused, ports);
      ports.tell(view().t('grid.skipped', { n: refused.length, reason }));
    }
  };

  const planned = (block: BlockAccess, entry: (row: number, column: number, current: number | null) => BlockEntry) => {
    const { readOnly, readOnlyWhy } = view();
    return planBlock({ ...block, entry, readOnly, readOnlyWhy });
  };

  const actions: BlockActions = {
    withCells,
    write,
    clear() {
      const rect = range.rect();
      if (!rect) return;
      withCells(rect, (block) => {
        // Names and companions in the selection are no reason to speak: they were never meant.
        const plan = planned(block, (_, column) =>
          block.fields[column]?.editable ? { kind: 'blank' } : { kind: 'none' },
        );
        write(block, plan, 'clear');
      });
    },
    enter(text) {
      const rect = range.rect();
      if (!rect) return;
      withCells(rect, (block) => {
        const plan = planned(block, (_, column, current) => {
          const field = block.fields[column];
          if (!field) return { kind: 'none' };
          const read = readEntry(text, { field, current, view: view() });
          if (!read.ok) return { kind: 'unread', text, issue: read.issues[0] };
          return read.value.kind === 'blank' ? { kind: 'blank' } : { ...read.value, kind: 'value' };
        });
        write(block, plan, plan.relative > 0 ? 'relative' : 'enter');
      });
    },
    fillAlong(along) {
      const rect = range.rect();
      const active = surface.active();
      if (!rect || !active?.field || active.row.role === 'unallocated' || view().readOnly) return false;
      const down = along === 'down';
      const oneLine = down ? rect.top === rect.bottom : rect.left === rect.right;
      const source = down
        ? { ...rect, top: oneLine ? rect.top - 1 : rect.top, bottom: oneLine ? rect.top - 1 : rect.top }
        : { ...rect, left: oneLine ? rect.left - 1 : rect.left, right: oneLine ? rect.left - 1 : rect.left };
      if (source.top < 0 || source.left < 0) return true;
      const whole = {
        ...rect,
        top: source.top < rect.top ? source.top : rect.top,
        left: Math.min(source.left, rect.left),
      };
      actions.fill({ source, whole, mode: 'copy', rate: null });
      return true;
    },
    fill(request) {
      withCells(request.whole, (all) => {
        const amount = (row: number, column: number) => {
          const field = all.fields[column - request.whole.left];
          return field ? amountOf(all.read(row - request.whole.top, column - request.whole.left), field) : null;
        };
        const filled = fillBlock({ ...request, takesPart: likeSource(request, all) }, amount);
        if (!filled) return;
        const block = access(filled.rect);
        const plan = planned(block, (row, column, current) => {
          const at = row * block.fields.length + column;
          const kept = request.mode === 'onlyEmpty' && current !== null;
          if (!block.fields[column] || !filled.filled[at] || kept) return { kind: 'none' };
          const value = filled.amounts[at];
          return Number.isNaN(value) ? { kind: 'blank' } : { kind: 'value', amount: value };
        });
        write(block, plan, 'fill');
      });
    },
  };
  return actions;
}

/** Why most of them were left alone, in words. */
function reasonOf(problems: BlockPlan['problems'], { view }: SessionPorts): string {
  const counts = new Map<string, { issue: Issue; count: number }>();
  for (const problem of problems) {
    if (problem.kind === 'total') continue;
    const known = counts.get(problem.issue.code) ?? { issue: problem.issue, count: 0 };
    known.count += 1;
    counts.set(problem.issue.code, known);
  }
  const [most] = [...counts.values()].sort((a, b) => b.count - a.count);
  return most ? view().issueText(most.issue) : '';
}

/** A fill goes on among its like: months after months, sellers after sellers. Sums of other parts of it follow from them. */
function likeSource({ source, whole }: FillRequest, { rows, fields }: BlockAccess): (index: number) => boolean {
  const down = source.left === whole.left && source.right === whole.right;
  const first = down ? whole.top : whole.left;
  const [from, to] = down ? [source.top - first, source.bottom - first] : [source.left - first, source.right - first];
  const likeness = (at: number): string => (down ? `${rows[at]?.role} ${rows[at]?.level}` : (fields[at]?.kind ?? ''));
  const isSum = (at: number): boolean =>
    down
      ? rowParts(rows, at).some((part) => part >= from && part <= to)
      : isFieldSum(fields[at], fields.slice(from, to + 1));
  const kinds = new Set<string>();
  for (let at = from; at <= to; at++) if (!isSum(at)) kinds.add(likeness(at));
  return (index) => kinds.has(likeness(index - first));
}
