import type { Accessor } from 'solid-js';
import type { Issue } from '~/domain/issue';
import type { PackTable } from '~/domain/packView';
import { SOURCES } from '~/domain/sourceTable';
import type { ImportFileHead, ImportPreview } from '~/domain/view';
import type { Job } from '~/state/jobs';
import type { ImportMapping, PackOpened } from '~/state/protocol';
import type { PackDraft } from './packDraft';

/** The orders of a pack: what their columns and look-ups mean, and what would be kept of them. */
export interface OrderReading {
  mapping: Accessor<ImportMapping | null>;
  change(mapping: ImportMapping): void;
  orderFiles(): ImportFileHead[];
  lookups(): ImportFileHead[];
  guesses(): PackOpened['guesses'];
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
    lookups: () => headsOf('lookup', (id) => completes(draft, id)),
    guesses: () => draft.opened()?.guesses ?? [],
    preview: () => draft.preview()?.orders ?? null,
    problems: () => [...draft.problems(), ...(draft.preview()?.issues ?? [])],
    running: draft.running,
  };
}

/** A list that the orders are joined to, or that a person may join them to: a look-up, or a list of members. */
function completes(draft: PackDraft, id: string): boolean {
  const choice = draft.choice(id);
  if (!choice || choice.kinds.includes('orders') || choice.use === 'ignored') return false;
  return (
    choice.use === 'lookup' || draft.isJoined(id) || choice.kinds.some((kind) => SOURCES[kind].stored === 'members')
  );
}

const headOf = (table: PackTable, role: ImportFileHead['role']): ImportFileHead => ({
  name: table.id,
  size: table.size,
  role,
  encoding: table.format.encoding,
  delimiter: table.format.delimiter,
  headerRow: table.format.headerRow,
  headers: table.headers,
  sample: table.sample,
  issues: table.issues,
});
