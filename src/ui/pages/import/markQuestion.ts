import type { Issue } from '~/domain/issue';
import type { PackTable, TableChoice } from '~/domain/packView';
import type { ImportMapping } from '~/state/protocol';
import { isUsed } from './landing';

const FIGURES: ReadonlySet<string> = new Set(['amount', 'quantity', 'unitPrice']);

/**
 * The column of a table whose numbers can be read in two ways (1.234 as a thousand or as one and a bit), where it is taken
 * in and nobody said which: it has to be asked. A column that is not imported need not be.
 */
export function markQuestion(table: PackTable, choice: TableChoice | null, orders: ImportMapping | null): Issue | null {
  if (!choice || !isUsed(choice)) return null;
  const used = new Set(choice.kinds.flatMap((kind) => Object.values(choice.fields[kind] ?? {})));
  if (choice.kinds.includes('orders'))
    for (const { column, field } of orders?.columns ?? []) if (FIGURES.has(field)) used.add(column);
  for (const { lookup, price } of orders?.joins ?? []) if (lookup === table.id && price !== null) used.add(price);
  return (
    table.issues.find(({ code, place }) => code === 'import/ambiguousNumber' && used.has(place?.column ?? '')) ?? null
  );
}

/** What a number that can be read in two ways comes to under each; null where it is none. */
export function markReadings(text: string): { point: number; comma: number } | null {
  const plain = text.normalize('NFKC').replace(/[^\d.,-]/g, '');
  const [point, comma] = [Number(plain.replaceAll(',', '')), Number(plain.replaceAll('.', '').replace(',', '.'))];
  return plain === '' || Number.isNaN(point) || Number.isNaN(comma) ? null : { point, comma };
}
