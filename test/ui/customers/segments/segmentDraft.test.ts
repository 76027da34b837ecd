import { describe, expect, it } from 'vitest';
import type { Segmentation } from '~/domain/segmentation';
import {
  draftFault,
  freeClassId,
  freeName,
  isSameSegmentation,
  type RuleDivision,
  withClassMoved,
  withCondition,
  withoutClass,
} from '~/ui/pages/customers/segments/segmentDraft';

const rules = (...names: string[]): RuleDivision => ({
  kind: 'rules',
  classes: names.map((name, i) => ({ id: `c${i + 1}`, name, all: [] })),
});
const of = (division: Segmentation['division'], name = 'Size'): Segmentation => ({ id: 's', name, division });

describe('a segmentation being edited', () => {
  it('says why it cannot be kept', () => {
    expect(draftFault(of(rules('A')))).toBeNull();
    expect(draftFault(of(rules('A'), ' '))).toBe('nameMissing');
    expect(draftFault(of(rules()))).toBe('classMissing');
    expect(draftFault(of(rules('A', ' ')))).toBe('classMissing');
    const column = { kind: 'figure', figure: 'growth' } as const;
    expect(draftFault(of({ kind: 'matrix', rows: column, columns: { ...column } }))).toBe('sameColumns');
  });

  it('moves a class by one place and stays at the ends', () => {
    const names = ({ classes }: RuleDivision) => classes.map(({ name }) => name).join('');
    expect(names(withClassMoved(rules('A', 'B', 'C'), 2, -1))).toBe('ACB');
    expect(names(withClassMoved(rules('A', 'B', 'C'), 0, -1))).toBe('ABC');
    expect(names(withoutClass(rules('A', 'B', 'C'), 1))).toBe('AC');
  });

  it('gives a new class an id that none has, also after one was taken out', () => {
    expect(freeClassId(rules('A', 'B').classes)).toBe('c3');
    expect(freeClassId(withoutClass(rules('A', 'B', 'C'), 0).classes)).toBe('c4');
  });

  it('finds a free name and sees what was changed', () => {
    expect(freeName('Size', ['Size', 'Size 2'])).toBe('Size 3');
    expect(freeName('Size', [])).toBe('Size');
    expect(isSameSegmentation(of(rules('A')), of(rules('A')))).toBe(true);
    expect(isSameSegmentation(of(rules('A')), of(rules('B')))).toBe(false);
  });

  it('changes or takes out one condition', () => {
    const condition = { column: { kind: 'figure', figure: 'growth' }, is: 'below', value: 0 } as const;
    const one = { id: 'c1', name: 'A', all: [condition, { ...condition, value: 1 }] };
    expect(withCondition(one, 0, null).all.map(({ value }) => value)).toEqual([1]);
    expect(withCondition(one, 1, { ...condition, value: 9 }).all.map(({ value }) => value)).toEqual([0, 9]);
  });
});
