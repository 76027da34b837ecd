/** Facts of customers that are amounts in minor units. */
export const MONEY_ATTRIBUTES: ReadonlySet<string> = new Set(['potential', 'creditLimit']);

/** Facts of customers that are numbers, amounts included. */
export const NUMBER_ATTRIBUTES: ReadonlySet<string> = new Set([
  ...MONEY_ATTRIBUTES,
  'influence',
  'employees',
  'termsDays',
]);

/** Facts with few words to choose from. */
export const CHOICES: Readonly<Record<string, readonly string[]>> = { rating: ['A', 'B', 'C', 'D'] };
