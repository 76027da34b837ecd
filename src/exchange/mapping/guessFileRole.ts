import { columnEvidence } from './columnEvidence';
import { guessMapping } from './guessMapping';

/**
 * Whether a file holds order lines or completes them: orders have a column of dates and one of amounts or quantities.
 * A proposal for the preview; a file of which only the header is known is taken as a look-up.
 */
export function guessFileRole(headers: readonly string[], sample: readonly string[][]): 'orders' | 'lookup' {
  const { columns } = guessMapping(headers, sample);
  const date = columns.findIndex((column) => column.field === 'date');
  const dated = date >= 0 && columnEvidence(sample.map((row) => row[date] ?? '')).dates > 0.5;
  const counted = columns.some((column) => column.field === 'amount' || column.field === 'quantity');
  return dated && counted ? 'orders' : 'lookup';
}
