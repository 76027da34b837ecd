import type { RangeSummary } from '~/domain/range';
import { accessBlock, coversBlock, fetchBlock, isTooLarge, sheetRowsOf } from './blockAccess';
import type { CellReading } from './cellReading';
import { columnsOf, type GridRect, rowsOf } from './gridRange';
import type { GridSurface } from './gridSurface';
import type { RangeState } from './rangeState';
import { isRatioField, joinSummaries, NO_NUMBERS, summarise } from './rangeSummary';
import type { SessionPorts } from './sessionPorts';

/** Counts what is selected once the selection rests, and says it to who cannot see it. */
export interface SelectionSummary {
  /** The selection, or a number in it, may have changed. */
  later(): void;
  dispose(): void;
}

const PAUSE_MS = 60;
/** Nobody listens to every step of a drag. */
const SPEAK_AFTER_MS = 450;

export function createSelectionSummary(given: {
  surface: GridSurface;
  range: RangeState;
  reading: CellReading;
  ports: SessionPorts;
}): SelectionSummary {
  const { surface, range, reading, ports } = given;
  const { source, view } = ports;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let voice: ReturnType<typeof setTimeout> | undefined;
  let turn = 0;
  let spoken = '';

  const tell = (summary: RangeSummary | null) => {
    ports.onSummary?.(summary);
    clearTimeout(voice);
    if (!summary) return;
    voice = setTimeout(() => {
      const { t, format, money, unitName } = view();
      const sum = `${format.money(summary.sum, money)} ${unitName}`;
      const text = t(summary.sum === null ? 'grid.selectedCells' : 'grid.selectedSum', { n: summary.cells, sum });
      if (text !== spoken) ports.announce(text);
      spoken = text;
    }, SPEAK_AFTER_MS);
  };

  const counted = (rect: GridRect): RangeSummary => {
    const block = accessBlock(rect, { surface, reading, source });
    return withShare(summarise(block.fields, block.rows.length, block.read));
  };
  /** As a part of the plan's whole target, where that is in sight of this sheet. */
  const withShare = (summary: RangeSummary): RangeSummary => {
    const year = reading.fields().findIndex(({ kind }) => kind === 'year' || kind === 'total');
    const total = year < 0 ? null : source.cells.read('all', year);
    return { ...summary, share: summary.sum !== null && total?.value ? summary.sum / total.value : null };
  };

  /** Sums of rows that are not on the page, where they are. The pinned total is counted here. */
  const asked = async (rect: GridRect): Promise<RangeSummary | null> => {
    const sheet = source.rows()?.sheet;
    const bodyRows = surface.bodyRows();
    const { first, count } = sheetRowsOf(rect, bodyRows);
    const ids = surface.columnIds().slice(rect.left, rect.right + 1);
    const fields = ids.filter((id) => reading.field(id) && !isRatioField(reading.field(id) ?? { kind: 'growth' }));
    if (sheet === undefined || count <= 0 || !ports.summarise) return null;
    const answer = await ports.summarise({ sheet, first, count, fields }).catch(() => null);
    if (!answer?.ok) return null;
    const pinned = rect.bottom < bodyRows ? NO_NUMBERS : counted({ ...rect, top: Math.max(rect.top, bodyRows) });
    return { ...joinSummaries(answer.value, pinned), cells: rowsOf(rect) * columnsOf(rect) };
  };

  const count = async () => {
    const mine = ++turn;
    const rect = range.isMany() ? range.rect() : null;
    if (!rect) {
      tell(null);
      return;
    }
    if (coversBlock(rect, source, surface.bodyRows())) {
      tell(counted(rect));
      return;
    }
    const summary = await asked(rect);
    if (mine !== turn) return;
    if (summary) tell(withShare(summary));
    // The numbers themselves come along, so that a copy finds them at hand.
    if (isTooLarge(rect)) return;
    const come = await fetchBlock(rect, source, surface.bodyRows());
    if (mine === turn && come && !summary) tell(counted(rect));
  };

  return {
    later() {
      clearTimeout(timer);
      if (!range.isMany()) spoken = '';
      timer = setTimeout(() => void count(), PAUSE_MS);
    },
    dispose() {
      turn += 1;
      clearTimeout(timer);
      clearTimeout(voice);
    },
  };
}
