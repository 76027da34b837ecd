import { describe, expect, it } from 'vitest';
import { draftMeasure, freeId, type MeasureDraft, unitsOf } from '~/ui/pages/plan/structure/measureDraft';
import { measureTemplates } from '~/ui/pages/plan/structure/measureTemplates';

const plan = { currency: 'CNY', minorUnit: 2 } as const;
const draft = (part: Partial<MeasureDraft>): MeasureDraft => ({
  title: '毛利额',
  kind: 'additive',
  unit: 'named',
  unitName: '',
  decimals: 0,
  numerator: 'sales',
  denominator: '',
  ...part,
});

describe('a measure of one’s own', () => {
  it('may be called anything: its id is letters, digits and a dash, and nobody else’s', () => {
    for (const title of ['毛利额', 'a/b', 'x:y', '  ', 'Ünïts']) {
      const made = draftMeasure(draft({ title }), { plan, taken: ['sales', 'own-1'] });
      expect(made?.id).toBe(title.trim() === '' ? undefined : 'own-2');
      if (made) expect(made.id).toMatch(/^[\w-]+$/);
    }
    expect(freeId(['own-1', 'own-3'])).toBe('own-2');
  });

  it('in money has the currency and the decimals of the plan', () => {
    expect(draftMeasure(draft({ unit: 'money', decimals: 0 }), { plan, taken: [] })).toEqual({
      id: 'own-1',
      kind: 'additive',
      scale: 2,
      unit: 'CNY',
    });
  });

  it('as a ratio is a share in percent unless a unit is named, and needs both parts', () => {
    const ratio = draft({ kind: 'ratio', unit: 'percent' });
    expect(draftMeasure(ratio, { plan, taken: [] })).toBeNull();
    expect(draftMeasure({ ...ratio, denominator: 'units' }, { plan, taken: [] })).toEqual({
      id: 'own-1',
      kind: 'ratio',
      numerator: 'sales',
      denominator: 'units',
    });
    const price = draft({ kind: 'ratio', unitName: '元/件', decimals: 2, denominator: 'units' });
    expect(draftMeasure(price, { plan, taken: [] })).toMatchObject({ scale: 2, unit: '元/件' });
  });

  it('counts in nothing its kind cannot count in', () => {
    expect(draftMeasure(draft({ kind: 'distinct', unit: 'money', unitName: '家' }), { plan, taken: [] })).toMatchObject(
      {
        scale: 0,
        unit: '家',
      },
    );
    expect(unitsOf('ratio')).not.toContain('money');
  });
});

it('templates in money are money of the plan, as its sales are, and prices are no percent', () => {
  const all = measureTemplates(plan);
  expect(all.find(({ id }) => id === 'margin')).toMatchObject({ scale: 2, unit: 'CNY' });
  expect(all.find(({ id }) => id === 'averagePrice')).toMatchObject({ scale: 2, unit: 'CNY' });
  expect(all.find(({ id }) => id === 'marginRate')).not.toHaveProperty('unit');
});
