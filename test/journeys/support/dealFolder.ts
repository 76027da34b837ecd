import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';

/** A folder of a CRM: deals of all stages, accounts, products, teams, a description of the columns; names misspelt throughout. */
export interface DealFolder {
  files: string[];
  /** Counted from the files by another reader: amounts in full currency units. */
  deals: number;
  won: number;
  amount: number;
  accounts: { name: string; sector: string; office: string }[];
  /** A product name of the deals that is in no list, the rows that carry it, and who is meant. */
  misnamed: { name: string; rows: number; means: string };
  /** A sector that is misspelt wherever it stands, and how it is meant. */
  misspelt: { from: string; to: string };
}

const real = resolve(process.env.SALES_DATA ?? '../shared/data', 'sales', 'crm');
const madeUp = fileURLToPath(new URL('../../fixtures/crm', import.meta.url));
const NAMES = ['sales_pipeline.csv', 'accounts.csv', 'products.csv', 'sales_teams.csv', 'data_dictionary.csv'];

/** The real folder, else a small made-up one of the same shape. */
export function dealFolder(): DealFolder {
  const isReal = existsSync(real);
  if (!isReal) console.log('no real folder of a CRM here: the journey imports a made-up one of the same shape');
  const folder = isReal ? real : madeUp;
  const read = (name: string) =>
    Papa.parse<Record<string, string>>(readFileSync(join(folder, name), 'utf8').trim(), { header: true }).data;
  const deals = read('sales_pipeline.csv');
  const won = deals.filter((row) => row.deal_stage === 'Won');
  const listed = new Set(read('products.csv').map((row) => row.product));
  const strange = won.filter((row) => !listed.has(row.product));
  const name = strange[0]?.product ?? '';
  const means = [...listed].find((one) => one.replace(/\s/g, '') === name.replace(/\s/g, '')) ?? '';
  return {
    files: NAMES.map((one) => join(folder, one)),
    deals: deals.length,
    won: won.length,
    amount: won.reduce((sum, row) => sum + Number(row.close_value), 0),
    accounts: read('accounts.csv').map((row) => ({
      name: row.account,
      sector: row.sector,
      office: row.office_location,
    })),
    misnamed: { name, rows: strange.length, means },
    misspelt: { from: 'technolgy', to: 'technology' },
  };
}
