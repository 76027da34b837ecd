import type { Measure, Plan } from '~/domain/plan';

type Money = Pick<Plan, 'currency' | 'minorUnit'>;

/** Measures that sales plans use, with the words the page has for them. Money is that of the plan, as its sales are. */
export const measureTemplates = ({ currency, minorUnit }: Money): Measure[] => [
  { id: 'units', kind: 'additive', scale: 0, unit: '' },
  { id: 'margin', kind: 'additive', scale: minorUnit, unit: currency },
  { id: 'collections', kind: 'additive', scale: minorUnit, unit: currency },
  { id: 'expense', kind: 'additive', scale: minorUnit, unit: currency },
  { id: 'marketSize', kind: 'additive', scale: minorUnit, unit: currency },
  { id: 'receivables', kind: 'balance', scale: minorUnit, unit: currency },
  { id: 'stock', kind: 'balance', scale: minorUnit, unit: currency },
  { id: 'headCount', kind: 'balance', scale: 0, unit: '' },
  { id: 'activeCustomers', kind: 'distinct', scale: 0, unit: '' },
  { id: 'newCustomers', kind: 'distinct', scale: 0, unit: '' },
  { id: 'marginRate', kind: 'ratio', numerator: 'margin', denominator: 'sales' },
  { id: 'averagePrice', kind: 'ratio', numerator: 'sales', denominator: 'units', scale: minorUnit, unit: currency },
  { id: 'marketShare', kind: 'ratio', numerator: 'sales', denominator: 'marketSize' },
];
