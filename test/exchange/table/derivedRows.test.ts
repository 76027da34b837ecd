import { expect, test } from 'vitest';
import { detectTable } from '~/exchange/table/detectTable';

const tableOf = async (text: string) => {
  const found = await detectTable(new TextEncoder().encode(text));
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  return found.value;
};

test('a mean of the rows above is no row of its own', async () => {
  const table = await tableOf('业务员,一季度,备注\n张三,100,a\n李四,300,b\n王五,200,c\n平均,200,\n');
  expect(table.columns[1].sum).toBe('600');
  expect(table.dropped.map(({ row, text }) => [row, text.slice(0, 2)])).toEqual([[5, '平均']]);
});

test('means, shares and growth under a table of months are dropped, with the total', async () => {
  const lines = ['Seller,Jan 2024,Feb 2024,Mar 2024', 'Ann,1,2,3', 'Bob,4,5,6', 'Total,5,7,9', 'Average,2.5,3.5,4.5'];
  const table = await tableOf(`${lines.join('\n')}\n`);
  expect(table.columns.at(-1)?.sum).toBe('21');
  expect(table.dropped.map(({ row }) => row)).toEqual([4, 5]);
});

test('a customer whose name only holds such a word stays', async () => {
  const table = await tableOf('客户,金额\n平均律琴行,100\n环比科技,200\nMeans Ltd,300\n');
  expect(table.columns[1].sum).toBe('600');
  expect(table.dropped).toEqual([]);
});
