import type { TableBatch } from '~/domain/pack';
import { type ColumnOptions, readColumns } from './readColumns';
import { sieveRows, type TableRead } from './tableRead';
import type { TableTexts } from './tableSource';

/**
 * A list of targets: names as they are written, a month, an amount. Whose they are is found in the open plan when they are
 * taken in. A row that names nobody is the whole plan once more and is told like a row without an amount.
 */
export function readTargets(
  texts: TableTexts,
  options: ColumnOptions,
): { read: TableRead; targets: NonNullable<TableBatch['targets']> } {
  const { columns, questions } = readColumns(texts, options);
  const sieve = sieveRows(texts, { columns, kind: 'targets', amount: 'amount' });
  sieve.read.questions = questions;
  const months = columns.find(({ field }) => field.id === 'month')?.numbers;
  const amounts = columns.find(({ field }) => field.id === 'amount')?.numbers;
  const names = columns.filter(({ field }) => field.type === 'member');
  const targets = sieve.kept.map((row) => ({
    row: texts.numbers[row],
    names: Object.fromEntries(names.map(({ field, texts: cells }) => [field.id, cells?.[row] ?? ''])),
    month: months?.[row] ?? 0,
    amount: amounts?.[row] ?? 0,
  }));
  return { read: sieve.read, targets };
}
