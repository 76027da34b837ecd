import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const real = resolve(process.env.SALES_DATA ?? '../shared/data', 'sales');
const madeUp = fileURLToPath(new URL('../../fixtures', import.meta.url));

/** Files of one real case, or made-up ones of the same shape where those are not beside the checkout, and what must come of them. */
export interface SalesCase {
  files: string[];
  kept: number;
  /** In full currency units. */
  amount: number;
  /** A name no look-up knows, the rows that carry it, and who is meant. */
  unmatched: { rows: number; means: string } | null;
  knownMonths: number;
}

const isReal = existsSync(real);
if (!isReal) console.log('no real sales files here: the journeys import made-up ones of the same shape');

const filesOf = (folder: string, names: string[]) => names.map((name) => resolve(folder, name));

const CRM_FILES = ['sales_pipeline.csv', 'accounts.csv', 'products.csv', 'sales_teams.csv'];

/** Won deals with sellers, managers and offices; one product is misspelt throughout. */
export const WON_DEALS: SalesCase = isReal
  ? {
      files: filesOf(`${real}/crm`, CRM_FILES),
      kept: 4_238,
      amount: 10_005_534,
      unmatched: { rows: 729, means: 'GTX Pro' },
      knownMonths: 10,
    }
  : {
      files: filesOf(`${madeUp}/crm`, CRM_FILES),
      kept: 4,
      amount: 10_072,
      unmatched: { rows: 2, means: 'ZX Pro' },
      knownMonths: 10,
    };

/** Order lines of two years whose amount is quantity × a joined price. */
export const ORDER_LINES: SalesCase = isReal
  ? {
      files: filesOf(`${real}/adventureworks`, [
        'AdventureWorks_Sales_2017.csv',
        'AdventureWorks_Sales_2018.csv',
        'AdventureWorks_Products.csv',
      ]),
      kept: 26_565,
      amount: 15_729_136.37,
      unmatched: null,
      knownMonths: 12,
    }
  : {
      files: filesOf(`${madeUp}/orders`, ['sales_2017.csv', 'sales_2018.csv', 'products.csv']),
      kept: 6,
      amount: 2_285.86,
      unmatched: null,
      knownMonths: 12,
    };
