import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DISPLAY_UNITS } from '~/domain/displayUnit';
import { readNumber } from '~/domain/number';
import { plainNumber } from '~/domain/numberPlain';
import { CELL_BLANK, CELL_FROZEN, type SheetField } from '~/domain/sheet';
import type { BlockAccess } from '~/ui/grid/blockAccess';
import type { CellNumber } from '~/ui/grid/blockCache';
import { plainEntry, readEntry } from '~/ui/grid/cellEntry';
import type { GridView } from '~/ui/grid/gridView';
import { type PasteOptions, reviewPaste } from '~/ui/grid/pasteReview';
import type { RowStub } from '~/ui/grid/rowStub';
import { readTable, tableText } from '~/ui/grid/tableText';

const view = {
  money: { minorUnit: 2, unit: 'tenThousand', decimals: 0 },
  reading: { minorUnit: 2, unit: DISPLAY_UNITS.tenThousand, locale: 'zh-CN' },
  readOnly: false,
  readOnlyWhy: null,
} as unknown as GridView;
/** 1 万元 in minor units. */
const WAN = 1_000_000;

const month = (no: number): SheetField => ({ id: `m${no}`, kind: 'month', periods: [`2027-0${no}`], editable: true });
const quarter: SheetField = { id: 'q', kind: 'quarter', periods: ['2027-01', '2027-02', '2027-03'], editable: true };
const share: SheetField = { id: 's', kind: 'measure', periods: ['2027-01'], editable: true, isRatio: true };
const stub = (id: string): RowStub => ({
  ...{ id, label: id, level: 1, parent: false, open: false, row: 0, role: 'row', position: 1, siblings: 9 },
});

const block = (
  fields: (SheetField | null)[],
  values: (number | null)[][],
  flags: (row: number, column: number) => number = () => 0,
): BlockAccess => ({
  rect: { top: 0, left: 0, bottom: values.length - 1, right: fields.length - 1 },
  rows: values.map((_, at) => stub(`region:${at + 1}`)),
  fields,
  read: (row, column): CellNumber => {
    const value = values[row][column];
    return { value: value ?? 0, flags: (value === null ? CELL_BLANK : 0) | flags(row, column) };
  },
});
const review = (text: string, into: BlockAccess, options: Partial<PasteOptions> = {}) =>
  reviewPaste({ texts: readTable(text), block: into, view, unit: null, dash: 'blank', ...options });
const amounts = (found: ReturnType<typeof reviewPaste>) => found.plan.changes.map(({ amount }) => amount);

describe('a paste', () => {
  it('means in a cell what the same text means when it is typed', () => {
    const found = review(
      '1,200\t１２００\t(5)\t1.5亿\t',
      block([1, 2, 3, 4, 5].map(month), [[WAN, 9 * WAN, 2, WAN, 3]]),
    );
    expect(amounts(found)).toEqual([1_200 * WAN, 1_200 * WAN, -5 * WAN, 15_000 * WAN, null]);
  });

  it('is silent where every cell takes its number', () => {
    expect(review('11\t12', block([month(1), month(2)], [[10 * WAN, 10 * WAN]])).isRisky).toBe(false);
  });

  it('is shown first where a cell is held, a text is no number, or a change is meant', () => {
    const two = [month(1), month(2)];
    const values = [[10 * WAN, 10 * WAN]];
    expect(
      review(
        '11\t12',
        block(two, values, (_, column) => (column === 0 ? CELL_FROZEN : 0)),
      ).isRisky,
    ).toBe(true);
    expect(review('11\tn/a', block(two, values)).isRisky).toBe(true);
    expect(review('11\t+10%', block(two, values))).toMatchObject({ isRisky: true, plan: { relative: 1 } });
  });

  it('asks what a dash means and does as told', () => {
    const into = block([month(1), month(2)], [[WAN, WAN]]);
    expect(review('-\t–', into)).toMatchObject({ dashes: 2, isRisky: true });
    expect(amounts(review('-\t–', into))).toEqual([null, null]);
    expect(amounts(review('-\t–', into, { dash: 'zero' }))).toEqual([0, 0]);
  });

  it('sees amounts in another unit and reads them anew in it', () => {
    const into = block([month(1), month(2)], [[300 * WAN, 400 * WAN]]);
    const text = '3100000\t4,100,000';
    expect(review(text, into)).toMatchObject({ isRisky: true, jump: { unit: 'one' } });
    const converted = review(text, into, { unit: 'one' });
    expect(amounts(converted)).toEqual([310 * WAN, 410 * WAN]);
    expect(converted.jump).toBeNull();
    // What names its unit keeps it.
    expect(amounts(review('310万\t4100000', into, { unit: 'one' }))).toEqual([310 * WAN, 410 * WAN]);
  });

  it('says nothing of a sum that is what comes of its parts, and warns of one that is not', () => {
    const fields = [month(1), month(2), month(3), quarter];
    const into = block(fields, [[WAN, WAN, WAN, 3 * WAN]]);
    expect(review('10\t20\t30\t60', into)).toMatchObject({ totalsDiffer: 0, isRisky: false });
    expect(review('10\t20\t30\t70', into)).toMatchObject({ totalsDiffer: 1, isRisky: true });
    // January is not pasted and stays: 1 + 20 + 30.
    const part = block(fields.slice(1), [[WAN, WAN, 3 * WAN]]);
    expect(review('20\t30\t51', part).isRisky).toBe(false);
    expect(review('20\t30\t60', part).isRisky).toBe(true);
  });

  it('leaves cells alone that a short row has no text for', () => {
    const texts = [['1', '2'], ['3']];
    const into = block(
      [month(1), month(2)],
      [
        [WAN, 5 * WAN],
        [5 * WAN, 5 * WAN],
      ],
    );
    const found = reviewPaste({ texts, block: into, view, unit: null, dash: 'blank' });
    expect(found.plan.changes.map(({ row, column }) => [row, column])).toEqual([
      [0, 1],
      [1, 0],
    ]);
    expect(found.plan.same).toBe(1);
  });

  it('passes over names that are the same', () => {
    const into = block([null, month(1)], [[null, WAN]]);
    expect(review('region:1\t2', into).plan.problems).toEqual([]);
    expect(review('someone\t2', into).plan.problems).toHaveLength(1);
  });

  it('of what was copied changes nothing, in any unit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.integer({ min: -1e12, max: 1e12 }), { nil: null }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom('one', 'thousand', 'tenThousand', 'hundredMillion'),
        (values, unit) => {
          const shown = {
            ...view,
            money: { ...view.money, unit },
            reading: { ...view.reading, unit: DISPLAY_UNITS[unit as 'one'] },
          } as GridView;
          const fields = values.map((_, at) => month(at + 1));
          const into = block(fields, [values]);
          const text = tableText([fields.map((field, at) => plainEntry(into.read(0, at), field, shown))]);
          const found = review(text, into, { view: shown });
          expect(found.plan).toMatchObject({ changes: [], problems: [], same: values.length });
        },
      ),
      { seed: 5, numRuns: 300 },
    );
  });
});

describe('the short way for plain digits', () => {
  it('gives what the whole grammar gives', () => {
    const digits = fc
      .tuple(fc.boolean(), fc.stringMatching(/^\d{1,12}$/), fc.stringMatching(/^\d{0,9}$/))
      .map(([minus, whole, part]) => `${minus ? '-' : ''}${whole}${part ? `.${part}` : ''}`);
    fc.assert(
      fc.property(digits, fc.constantFrom('one', 'tenThousand', 'hundredMillion'), (text, name) => {
        const unit = DISPLAY_UNITS[name as 'one'];
        const spelled = readNumber(`=${text}`, { ...view.reading, unit, current: null, kind: 'money' });
        const read = readEntry(text, { field: month(1), current: null, view, unit });
        expect(read.ok).toBe(spelled.ok);
        if (read.ok && spelled.ok) expect(read.value).toEqual(spelled.value);
      }),
      { seed: 8, numRuns: 1_000 },
    );
  });
});

describe('a share', () => {
  it('is typed and copied as percent, and counts in hundredths of a percent', () => {
    const typed = readEntry('12.5', { field: share, current: null, view });
    expect(typed).toMatchObject({ ok: true, value: { amount: 1_250 } });
    expect(readEntry('12.5%', { field: share, current: null, view })).toEqual(typed);
    expect(readEntry('+2%', { field: share, current: 1_000, view })).toMatchObject({ value: { amount: 1_200 } });
    expect(plainEntry({ value: 0.2534, flags: 0 }, share, view)).toBe('25.34%');
    expect(plainEntry({ value: 0, flags: CELL_BLANK }, share, view)).toBe('');
    expect(plainNumber(1_250, { minorUnit: 2, unit: 1 })).toBe('12.5');
  });
});
