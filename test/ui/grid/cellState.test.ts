import { describe, expect, it } from 'vitest';
import {
  CELL_BLANK,
  CELL_CLOSED,
  CELL_DIFFERS,
  CELL_FROZEN,
  CELL_HELD_ALL,
  CELL_HELD_SOME,
  CELL_INPUT,
  CELL_LIMIT,
  CELL_NONE,
  CELL_NOTE,
  CELL_TOTAL_HELD,
  type SheetField,
} from '~/domain/sheet';
import { cellStates, editRefusal, showsLock } from '~/ui/grid/cellState';

const month: SheetField = { id: 'm:2027-01', kind: 'month', periods: ['2027-01'], editable: true };

describe('looks of a cell', () => {
  it('follow the flags', () => {
    expect(cellStates(0)).toEqual([]);
    expect(cellStates(CELL_BLANK)).toEqual(['pg-blank']);
    expect(cellStates(CELL_INPUT | CELL_FROZEN)).toEqual(['pg-input', 'pg-frozen']);
    expect(cellStates(CELL_HELD_ALL)).toEqual(['pg-frozen']);
    expect(cellStates(CELL_TOTAL_HELD | CELL_HELD_SOME)).toEqual(['pg-held-total']);
    expect(cellStates(CELL_HELD_SOME)).toEqual(['pg-held-some']);
  });

  it('mark notes, limits, differences and what is not planned beside any other look', () => {
    expect(cellStates(CELL_NOTE | CELL_LIMIT | CELL_DIFFERS | CELL_INPUT)).toEqual([
      'pg-input',
      'pg-limit',
      'pg-differs',
      'pg-note',
    ]);
    expect(cellStates(CELL_NONE | CELL_BLANK)).toEqual(['pg-blank', 'pg-none']);
    expect(cellStates(CELL_CLOSED | CELL_NOTE)).toEqual(['pg-closed', 'pg-note']);
  });

  it('let a closed period speak alone', () => {
    expect(cellStates(CELL_CLOSED | CELL_INPUT | CELL_HELD_ALL)).toEqual(['pg-closed']);
  });

  it('put the padlock where the hold was made', () => {
    expect(showsLock(CELL_FROZEN, 'month')).toBe(true);
    expect(showsLock(CELL_HELD_ALL, 'month')).toBe(false);
    expect(showsLock(CELL_HELD_ALL, 'year')).toBe(true);
    expect(showsLock(CELL_TOTAL_HELD, 'quarter')).toBe(true);
  });
});

describe('a cell that takes no entry', () => {
  const why = (flags: number, over: { field?: SheetField; readOnly?: boolean } = {}) =>
    editRefusal({ field: month, flags, readOnly: false, ...over })?.code ?? null;

  it('says why', () => {
    expect(why(0)).toBeNull();
    expect(why(CELL_INPUT | CELL_HELD_SOME | CELL_BLANK)).toBeNull();
    expect(why(CELL_CLOSED)).toBe('target/periodClosed');
    expect(why(CELL_FROZEN)).toBe('target/nothingFree');
    expect(why(CELL_TOTAL_HELD)).toBe('target/totalHeld');
    expect(why(0, { readOnly: true })).toBe('plan/readOnly');
    expect(why(0, { field: { ...month, kind: 'lastYear', editable: false } })).toBe('cell/fromOrders');
  });
});
