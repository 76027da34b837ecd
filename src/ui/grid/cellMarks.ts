import { CELL_BLANK, CELL_NONE, CELL_UNKNOWN, type SheetField } from '~/domain/sheet';
import type { CellNumber } from './blockCache';
import { leadField } from './columnTree';
import { companionOf } from './companions';
import type { GridView } from './gridView';
import {
  attainmentBase,
  attainmentMark,
  barMark,
  type CellMark,
  isAmount,
  isVariance,
  type LookRule,
  varianceMark,
} from './lookRule';
import type { RowStub } from './rowStub';
import type { SheetSource } from './sheetSource';

export interface CellMarks {
  /** What the chosen look draws in a cell; null where nothing. */
  markOf(row: RowStub, columnId: string): CellMark | null;
  /** −1, 0 or 1 of the number in a cell; 0 without one. */
  signOf(row: RowStub, columnId: string): number;
}

/** Largest amounts by field and level, as far as rows have been in sight: so bars do not jump while one scrolls. */
interface Scale {
  key: string;
  version: number;
  largest: Map<number, number>;
}

const LEVELS = 64;

/** Reads the looks of cells from the numbers that are known. */
export function createCellMarks(source: SheetSource, view: () => GridView): CellMarks {
  let scale: Scale = { key: '', version: -1, largest: new Map() };

  const fields = (): readonly SheetField[] => source.rows()?.fields ?? [];
  const spoken = (cell: CellNumber | null): number | null =>
    cell && !(cell.flags & (CELL_BLANK | CELL_UNKNOWN | CELL_NONE)) ? cell.value : null;
  const valueAt = (row: RowStub, at: number): number | null =>
    row.role === 'unallocated' ? null : spoken(source.cells.read(row.id, at));

  const measured = (rule: LookRule): Scale => {
    const rows = source.rows();
    const { version } = source.numbers();
    const key = `${rows?.sheet}:${source.revision()}:${rule}`;
    if (scale.key === key && scale.version === version) return scale;
    scale = { key, version, largest: scale.key === key ? scale.largest : new Map() };
    const window = source.window();
    if (!rows || !window) return scale;
    const end = Math.min(window.first + window.count, rows.ids.length);
    for (const [at, field] of rows.fields.entries()) {
      if (rule === 'bars' ? !isAmount(field) : !isVariance(field) || field.isRatio) continue;
      for (let row = Math.max(1, window.first); row < end; row++) {
        const value = spoken(source.cells.read(rows.ids[row], at));
        const slot = at * LEVELS + rows.level[row];
        if (value !== null) scale.largest.set(slot, Math.max(scale.largest.get(slot) ?? 0, Math.abs(value)));
      }
    }
    return scale;
  };

  const largestOf = (at: number, row: RowStub, rule: LookRule): number =>
    measured(rule).largest.get(at * LEVELS + row.level) ?? 0;

  const attained = (row: RowStub, value: number): CellMark | null => {
    const { shown } = view();
    const isShown = (field: SheetField) => {
      const companion = companionOf(field.kind);
      return companion === null || shown.includes(companion);
    };
    const base = attainmentBase(fields(), isShown);
    return base < 0 ? null : attainmentMark(value, valueAt(row, base));
  };

  return {
    markOf(row, columnId) {
      const { rule } = view().look;
      if (rule === 'none') return null;
      const all = fields();
      const at = all.findIndex(({ id }) => id === columnId);
      const field = all[at];
      const value = field ? valueAt(row, at) : null;
      if (!field || value === null) return null;
      if (rule === 'attainment') return field === leadField(all) ? attained(row, value) : null;
      if (rule === 'bars')
        return isAmount(field) && row.role === 'row' ? barMark(value, largestOf(at, row, rule)) : null;
      if (!isVariance(field)) return null;
      const isRatio = field.isRatio === true || field.kind === 'growth' || field.kind === 'overAssignment';
      return varianceMark(value, isRatio, isRatio || row.role !== 'row' ? 0 : largestOf(at, row, rule));
    },
    signOf(row, columnId) {
      const at = fields().findIndex(({ id }) => id === columnId);
      return Math.sign(valueAt(row, at) ?? 0);
    },
  };
}
