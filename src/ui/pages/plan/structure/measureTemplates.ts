import type { Measure } from '~/domain/plan';

/** Measures that sales plans use, with the words the page has for them. Money has the decimals of the plan's currency. */
export const measureTemplates = (minorUnit: number): Measure[] => [
  { id: 'units', kind: 'additive', scale: 0, unit: '' },
  { id: 'margin', kind: 'additive', scale: minorUnit, unit: 'money' },
  { id: 'collections', kind: 'additive', scale: minorUnit, unit: 'money' },
  { id: 'expense', kind: 'additive', scale: minorUnit, unit: 'money' },
  { id: 'marketSize', kind: 'additive', scale: minorUnit, unit: 'money' },
  { id: 'receivables', kind: 'balance', scale: minorUnit, unit: 'money' },
  { id: 'stock', kind: 'balance', scale: minorUnit, unit: 'money' },
  { id: 'headCount', kind: 'balance', scale: 0, unit: '' },
  { id: 'activeCustomers', kind: 'distinct', scale: 0, unit: '' },
  { id: 'newCustomers', kind: 'distinct', scale: 0, unit: '' },
  { id: 'marginRate', kind: 'ratio', numerator: 'margin', denominator: 'sales' },
  { id: 'averagePrice', kind: 'ratio', numerator: 'sales', denominator: 'units' },
  { id: 'marketShare', kind: 'ratio', numerator: 'sales', denominator: 'marketSize' },
];
