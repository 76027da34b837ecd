import { foldKey } from '~/domain/dimension';
import type { PackPreview, TablePreview } from '~/domain/packView';

type Unknown = TablePreview['unmatched'][number];

/**
 * Names in facts and lists that no member bears, each once however many tables say it; of one table, or of all where `table`
 * is null. A name that the orders of the pack ask about is not asked about a second time: one answer serves both.
 */
export function unknownNames(preview: Pick<PackPreview, 'tables' | 'orders'>, table: string | null): Unknown[] {
  const keyOf = ({ dimension, name }: Unknown): string => `${dimension}\n${foldKey(name)}`;
  const asked = new Set((preview.orders?.report.unmatched ?? []).map(keyOf));
  const names = new Map<string, Unknown>();
  for (const one of preview.tables) {
    if (one.kind === 'orders' || (table !== null && one.table !== table)) continue;
    for (const name of one.unmatched) {
      const key = keyOf(name);
      const known = names.get(key);
      if (!asked.has(key)) names.set(key, known ? { ...known, rows: known.rows + name.rows } : name);
    }
  }
  return [...names.values()].sort((a, b) => b.rows - a.rows);
}
