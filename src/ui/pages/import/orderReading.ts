import type { Accessor } from 'solid-js';
import type { Issue } from '~/domain/issue';
import type { PackTable } from '~/domain/packView';
import type { ImportFileHead, ImportPreview } from '~/domain/view';
import type { Job } from '~/state/jobs';
import type { ImportMapping, ImportOpened } from '~/state/protocol';
import type { PackDraft } from './packDraft';

/** The orders of a pack: what their columns and look-ups mean, and what would be kept of them. */
export interface OrderReading {
  mapping: Accessor<ImportMapping | null>;
  change(mapping: ImportMapping): void;
  orderFiles(): ImportFileHead[];
  lookups(): ImportFileHead[];
  guesses(): ImportOpened['guesses'];
  preview: Accessor<ImportPreview | null>;
  problems: Accessor<Issue[]>;
  running: Accessor<Job | null>;
}

export function orderReading(draft: PackDraft): OrderReading {
  const headsOf = (role: ImportFileHead['role'], wanted: (id: string) => boolean) =>
    draft
      .tables()
      .filter(({ id }) => wanted(id))
      .map((table) => headOf(table, role));
  return {
    mapping: draft.orders,
    change: draft.changeOrders,
    orderFiles: () => headsOf('orders', (id) => draft.choice(id)?.kinds.includes('orders') ?? false),
    lookups: () => headsOf('lookup', (id) => draft.choice(id)?.use === 'lookup'),
    guesses: () => draft.opened()?.guesses ?? [],
    preview: () => draft.preview()?.orders ?? null,
    problems: () => [...draft.problems(), ...(draft.preview()?.issues ?? [])],
    running: draft.running,
  };
}

/** The name under which the host keeps a table: its file, and its sheet where it has several. */
export const tableName = ({ file, sheet }: Pick<PackTable, 'file' | 'sheet'>): string =>
  sheet === null ? file : `${file} · ${sheet}`;

const headOf = (table: PackTable, role: ImportFileHead['role']): ImportFileHead => ({
  name: tableName(table),
  size: table.size,
  role,
  encoding: table.format.encoding,
  delimiter: table.format.delimiter,
  headerRow: table.format.headerRow,
  headers: table.headers,
  sample: table.sample,
  issues: table.issues,
});
