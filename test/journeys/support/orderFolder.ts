import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Papa from 'papaparse';
import { createRandom } from '~/engine/numeric';
import { sheetOf, textRow, xlsxOf } from '../../support/books/xlsxParts';
import type { Brought } from './importing';

/** A folder of an order system: two years of order lines that name keys only, products, and the same again in other files. */
export interface OrderFolder {
  files: Brought[];
  /** Tables that repeat the rows of others. */
  repeated: string[];
  /** Counted from the files by another reader: amounts in full currency units. */
  lines: number;
  amount: number;
  customers: number;
  products: number;
}

const folder = resolve(process.env.SALES_DATA ?? '../shared/data', 'sales', 'adventureworks');
const [EARLIER, LATER, PRODUCTS] = ['Sales_2017', 'Sales_2018', 'Products'].map((name) => `AdventureWorks_${name}.csv`);
const UNCLEAN = 'products_unclean.csv';
const REPEATED = ['AdventureWorks_Sales_2017.xlsx / Sales', UNCLEAN];

/** The real folder, else a seeded one of the same shape. */
export function orderFolder(): OrderFolder {
  if (existsSync(folder)) {
    const names = readdirSync(folder).filter((name) => name !== 'LICENSE.txt');
    const text = (name: string) => readFileSync(join(folder, name), 'utf8');
    return {
      files: names.map((name) => join(folder, name)),
      repeated: REPEATED,
      ...counted(text(EARLIER), text(LATER), text(PRODUCTS)),
    };
  }
  console.log('no real folder of orders here: the journey imports a made-up one of the same shape');
  return madeUp();
}

/** Amount = quantity × price of the product, rounded once per line. */
function counted(earlier: string, later: string, products: string) {
  const read = (text: string) =>
    Papa.parse<Record<string, string>>(text.trim(), { header: true, skipEmptyLines: true }).data;
  const known = read(products);
  const prices = new Map(known.map((row) => [row.ProductKey, Number(row.ProductPrice)]));
  const lines = [...read(earlier), ...read(later)];
  const cents = lines.reduce(
    (sum, row) => sum + Math.round(Number(row.OrderQuantity) * (prices.get(row.ProductKey) ?? 0) * 100),
    0,
  );
  return {
    lines: lines.length,
    amount: cents / 100,
    customers: new Set(lines.map((row) => row.CustomerKey)).size,
    products: known.length,
  };
}

function madeUp(): OrderFolder {
  const random = createRandom(20_170_101);
  const upTo = (n: number) => Math.floor(random() * n);
  const products = Array.from({ length: 24 }, (_, at) => [
    String(200 + at),
    String(1 + (at % 5)),
    `SKU-${at}`,
    `Part ${at}`,
    `Model ${at % 8}`,
    'Fits most, well made',
    'Red',
    '0',
    '0',
    (5 + at * 1.25).toFixed(4),
    (9.99 + at * 3.5).toFixed(4),
  ]);
  const productHead = [
    ...['ProductKey', 'ProductSubcategoryKey', 'ProductSKU', 'ProductName', 'ModelName', 'ProductDescription'],
    ...['ProductColor', 'ProductSize', 'ProductStyle', 'ProductCost', 'ProductPrice'],
  ];
  const orderHead = [
    ...['OrderDate', 'StockDate', 'OrderNumber', 'ProductKey', 'CustomerKey', 'TerritoryKey'],
    ...['OrderLineItem', 'OrderQuantity'],
  ];
  const two = (n: number) => String(n).padStart(2, '0');
  const orders = (year: number, count: number) =>
    Array.from({ length: count }, (_, at) => [
      `${two(1 + Math.floor((at * 12) / count))}/${two(1 + upTo(28))}/${year}`,
      `${1 + upTo(12)}/${two(13 + upTo(15))}/2001`,
      `SO${year * 10_000 + at}`,
      products[upTo(products.length)][0],
      String(11_000 + Math.floor(random() ** 2 * 300)),
      String(1 + upTo(10)),
      '1',
      String(1 + upTo(3)),
    ]);
  const csv = (head: readonly string[], rows: readonly string[][]) =>
    Papa.unparse([head.slice(), ...rows.map((row) => [...row])], { newline: '\n' });
  const [earlier, later] = [orders(2017, 900), orders(2018, 2_400)];
  const texts = {
    [EARLIER]: csv(orderHead, earlier),
    [LATER]: csv(orderHead, later),
    [PRODUCTS]: csv(productHead, products),
    [UNCLEAN]: csv(productHead, [...products].reverse()),
  };
  const book = xlsxOf({
    names: ['Sales'],
    sheets: [sheetOf([orderHead, ...earlier].map((cells, at) => textRow(at + 1, cells)).join(''))],
  });
  const files = Object.entries(texts).map(([name, text]) => ({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(text, 'utf8'),
  }));
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return {
    files: [...files, { name: 'AdventureWorks_Sales_2017.xlsx', mimeType, buffer: Buffer.from(book) }],
    repeated: REPEATED,
    ...counted(texts[EARLIER], texts[LATER], texts[PRODUCTS]),
  };
}
