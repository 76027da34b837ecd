import type { TableBatch } from '~/domain/pack';
import { type ColumnOptions, readColumns } from './readColumns';
import { sieveRows, type TableRead } from './tableRead';
import type { TableTexts } from './tableSource';

/** A table of days off and make-up days; of two rows with one day the later counts and the earlier is told. */
export function readDays(
  texts: TableTexts,
  options: ColumnOptions,
): { read: TableRead; days: NonNullable<TableBatch['days']> } {
  const { columns, questions } = readColumns(texts, options);
  const sieve = sieveRows(texts, { columns, kind: 'holidays', amount: null });
  sieve.read.questions = questions;
  const of = (id: string) => columns.find(({ field }) => field.id === id);
  const rowOf = new Map<number, number>();
  for (const row of [...sieve.kept]) {
    const day = of('day')?.numbers?.[row] ?? 0;
    const earlier = rowOf.get(day);
    if (earlier !== undefined) sieve.refuse(earlier, 'import/duplicateRow', of('day')?.header ?? '');
    rowOf.set(day, row);
  }
  const days = [...rowOf].map(([day, row]) => ({
    day,
    kind: of('holiday')?.texts?.[row] === 'work' ? ('work' as const) : ('off' as const),
    name: of('name')?.texts?.[row] ?? '',
  }));
  return { read: sieve.read, days };
}
