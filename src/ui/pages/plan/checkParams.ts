import { atOfRow } from '~/domain/sheet';
import { formatAt } from '~/state/address';

/** Where the target of a row is judged; the whole plan for its total and where no row is meant. */
export function checkParams(row: string): Record<string, string> {
  const at = row === '' ? '' : formatAt(atOfRow(row));
  return at === '' ? {} : { at };
}
