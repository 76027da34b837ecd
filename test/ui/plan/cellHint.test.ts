import { describe, expect, test } from 'vitest';
import type { NoteLine } from '~/domain/scenario';
import {
  CELL_CLOSED,
  CELL_DIFFERS,
  CELL_FROZEN,
  CELL_HELD_SOME,
  CELL_INPUT,
  CELL_LIMIT,
  CELL_NONE,
  CELL_UNKNOWN,
  type SheetField,
} from '~/domain/sheet';
import { en } from '~/i18n/en/en';
import { createFormat } from '~/i18n/format';
import { createTranslate } from '~/i18n/translate';
import type { ActiveCell } from '~/ui/grid/activeCell';
import type { GridView } from '~/ui/grid/gridView';
import { createCellHint } from '~/ui/pages/plan/createCellHint';

const t = createTranslate(en, 'en');
const FIELD: SheetField = { id: 'm', kind: 'month', periods: ['2027-01'], editable: true };
const cell = (field: SheetField | null = FIELD, role: 'row' | 'unallocated' = 'row') =>
  ({ row: { id: 'region:1', role }, columnId: 'm', field, position: { row: 0, column: 0 } }) as unknown as ActiveCell;

type Bounds = { min: number | null; max: number | null };

const hints = (
  flags: number,
  {
    view = {},
    note = null as string | null,
    limit = null as Bounds | null,
    at = cell(),
    beside = 'nothing' as 'nothing' | 'story',
  } = {},
): string[] =>
  createCellHint({
    t,
    view: () =>
      ({
        readOnly: false,
        readOnlyWhy: null,
        format: createFormat('en'),
        money: { minorUnit: 2, unit: 'thousand', decimals: 1 },
        unitName: 'K USD',
        issueText: ({ code }: { code: string }) => code,
        ...view,
      }) as GridView,
    state: { view: () => ({ column: {} }), change: () => undefined } as never,
    notes: { notes: () => [], at: () => (note === null ? null : ({ text: note } as NoteLine)) },
    limits: { at: () => limit },
    flagsOf: () => flags,
  })(at, { beside })
    .split('\n')
    .filter(Boolean);

describe('a cell says', () => {
  test('nothing where there is nothing to say', () => {
    expect(hints(0)).toEqual([]);
    expect(hints(CELL_CLOSED, { at: cell(null) })).toEqual([]);
  });

  test('what bounds it, in the unit of the screen or of its measure', () => {
    expect(hints(CELL_LIMIT, { limit: { min: 1_234_500, max: null } })).toEqual(['At least 12.3 K USD']);
    expect(hints(CELL_LIMIT, { limit: { min: null, max: 0 } })).toEqual(['At most 0.0 K USD']);
    const heads = cell({ ...FIELD, scale: 0, unit: 'head' });
    expect(hints(CELL_LIMIT, { at: heads, limit: { min: 3, max: 1_200 } })).toEqual(['Between 3 head and 1,200 head']);
    expect(hints(CELL_LIMIT)).toEqual([en.looks.mark.limit]);
  });

  test('why it takes no entry', () => {
    const why = (kind: SheetField['kind']) => hints(0, { at: cell({ ...FIELD, kind, editable: false }) });
    expect(why('lastYear')).toEqual(['cell/fromOrders']);
    expect(why('growth')).toEqual(['cell/computed']);
    expect(why('compare')).toEqual(['cell/otherVersion']);
    expect(why('proposal')).toEqual(['cell/fromBelow']);
    expect(why('trend')).toEqual(['cell/picture']);
    expect(why('month')).toEqual(['target/notEditable']);
    expect(hints(CELL_CLOSED)).toEqual(['target/periodClosed']);
    expect(hints(CELL_FROZEN)).toEqual(['target/nothingFree']);
    expect(hints(CELL_NONE)).toEqual(['cell/notPlanned']);
    expect(hints(CELL_UNKNOWN, { at: cell({ ...FIELD, isRatio: true }) })).toEqual(['cell/noDenominator']);
    expect(hints(0, { at: cell(FIELD, 'unallocated') })).toEqual(['cell/computed']);
  });

  test('why the whole plan takes none, as far as that is known', () => {
    expect(hints(0, { view: { readOnly: true } })).toEqual(['plan/readOnly']);
    expect(hints(CELL_CLOSED, { view: { readOnly: true, readOnlyWhy: { code: 'cell/past' } } })).toEqual(['cell/past']);
  });

  test('its note and what its marks mean', () => {
    expect(hints(CELL_DIFFERS | CELL_HELD_SOME, { note: 'Promised by Li Wei' })).toEqual([
      t('looks.mark.note', { text: 'Promised by Li Wei' }),
      t('looks.mark.differs'),
      t('looks.mark.heldSome'),
    ]);
    expect(hints(CELL_HELD_SOME | CELL_INPUT)).toEqual([t('looks.mark.input'), t('looks.mark.heldSome')]);
  });

  test('not what its story tells anyway', () => {
    expect(hints(CELL_HELD_SOME | CELL_INPUT | CELL_DIFFERS, { beside: 'story' })).toEqual([t('looks.mark.differs')]);
  });
});
