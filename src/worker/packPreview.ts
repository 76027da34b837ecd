import { issue } from '~/domain/issue';
import type { OrderFileTally } from '~/domain/order';
import type { PackBatch } from '~/domain/pack';
import type { CellError, MergeRule, PackPreview, TablePreview } from '~/domain/packView';
import { fail, ok, type Result } from '~/domain/result';
import type { ImportPreview } from '~/domain/view';
import type { MemberAlias } from '~/exchange/mapping/mapping';
import type { PackRead } from '~/exchange/sources/readPack';
import { MOST_ERRORS } from '~/exchange/sources/tableRead';
import { createDocument, type PlanDocument } from '~/plan/document';
import { ordersThere } from '~/plan/sources/mergeOrders';
import type { PlannedPack } from '~/plan/sources/plannedPack';
import { planPack } from '~/plan/sources/planPack';
import { knownAliases } from './knownAliases';
import { membersToMean, orderPreview } from './orderPreview';
import type { PackDraft } from './packDraft';
import { previewTargets, type TargetTrial } from './packTargets';
import type { PackTrial } from './protocol';
import type { ComputePool, TaskControl } from './tasks';

export interface PreviewOptions {
  /** Null before the first import: the workspace is made when it is confirmed. */
  document: PlanDocument | null;
  minorUnit: number;
  trial: PackTrial;
  pool: ComputePool;
  control: TaskControl;
}

/** Reads all tables as settled and lays them beside what is there, without storing anything: what each would do, and why not. */
export async function previewPackDraft(draft: PackDraft, options: PreviewOptions): Promise<Result<PackPreview>> {
  const { trial, pool, control } = options;
  draft.checks += 1;
  const check = draft.checks;
  draft.batch = null;
  draft.read = null;
  draft.choices = trial.choices;
  const document = options.document ?? createDocument();
  const read = await pool.run(
    'readPack',
    {
      tables: trial.choices.flatMap((choice) => {
        const source = draft.tables.get(choice.table)?.source;
        return source ? [{ source, choice }] : [];
      }),
      orders: trial.orders,
      aliases: aliasesOf(document, trial),
      minorUnit: options.minorUnit,
    },
    control,
  );
  if (!read.ok) return read;
  if (control.signal.aborted || check !== draft.checks) return fail(issue('import/cancelled'));
  draft.read = read.value;
  const planned = planPack(document, read.value.batch, { seq: 0, now: '' });
  const targets = previewTargets(document, read.value.batch.tables);
  const issues = [...read.value.issues, ...targets.issues];
  if (issues.length === 0) draft.batch = read.value.batch;
  return ok({
    tables: [
      ...orderTables(document, read.value, planned),
      ...read.value.tables.map((table) => tablePreview(table, { planned, targets, batch: read.value.batch })),
    ],
    orders: ordersOf(draft, read.value, { planned, trial }),
    issues,
  });
}

/** Corrections that were just made win over those that members carry already. */
function aliasesOf(document: PlanDocument, { aliases = [], orders }: PackTrial): MemberAlias[] {
  return [...(orders?.aliases ?? []), ...aliases, ...knownAliases(document)];
}

function tablePreview(
  { table, kind, read, from, to }: PackRead['tables'][number],
  { planned, targets, batch }: { planned: PlannedPack; targets: TargetTrial; batch: PackBatch },
): TablePreview {
  const met =
    planned.tables.find((candidate) => candidate.table === table && candidate.kind === kind) ??
    (kind === 'targets' ? targets.tables.get(table) : undefined);
  const left = met?.left ?? [];
  const leftAmount = left.reduce((sum, { amount }) => sum + amount, 0);
  const byReason = { ...read.byReason };
  for (const { code } of left) byReason[code] = (byReason[code] ?? 0) + 1;
  const errors: CellError[] = [
    ...read.errors,
    ...left.map(({ row, code }) => ({
      row,
      column: '',
      value: '',
      issue: issue(code, undefined, { row }),
      reported: true,
    })),
  ];
  const rule = batch.tables.find((one) => one.table === table && one.report.kind === kind)?.rule;
  return {
    table,
    kind,
    rowsIn: read.rowsIn,
    kept: read.kept - left.length,
    reported: read.reported + left.length,
    byReason,
    amountIn: read.amountIn,
    amountKept: read.amountKept === null ? null : read.amountKept - leftAmount,
    amountReported: read.amountReported === null ? null : read.amountReported + leftAmount,
    merge: stays(met?.merge ?? { new: read.kept, changed: 0, same: 0, gone: 0 }, rule),
    before: met?.before ?? { rows: 0, amount: null },
    after: met?.after ?? { rows: read.kept, amount: read.amountKept },
    from,
    to,
    errors: errors.slice(0, MOST_ERRORS),
    unmatched: (met?.unmatched ?? []).slice(0, MOST_ERRORS),
  };
}

/** Where only new rows are taken, one that says something else now stays as it is. */
const stays = (merge: TablePreview['merge'], rule: MergeRule | undefined): TablePreview['merge'] =>
  rule === 'onlyNew' ? { ...merge, changed: 0, same: merge.same + merge.changed } : merge;

function orderTables(document: PlanDocument, { batch }: PackRead, { merged }: PlannedPack): TablePreview[] {
  const orders = batch.orders?.batch;
  if (!orders || !merged) return [];
  const { report, files = [] } = orders;
  return files.map((file: OrderFileTally, at): TablePreview => {
    const met = merged.files[at];
    const ofFile = report.rows.filter((row) => (row.issue.place?.file ?? file.name) === file.name);
    const byReason: Record<string, number> = files.length === 1 ? { ...report.byReason } : {};
    if (files.length > 1) for (const row of ofFile) byReason[row.issue.code] = (byReason[row.issue.code] ?? 0) + 1;
    const counted = Object.values(byReason).reduce((sum, count) => sum + count, 0);
    // Rows that an earlier file has too are told without their cells.
    if (file.reported > counted) byReason['import/alreadyThere'] = file.reported - counted;
    if (met.left > 0) byReason['import/alreadyThere'] = (byReason['import/alreadyThere'] ?? 0) + met.left;
    return {
      table: file.name,
      kind: 'orders',
      rowsIn: file.rowsIn,
      kept: file.kept - met.left,
      reported: file.reported + met.left,
      byReason,
      amountIn: file.amountKept + file.amountReported,
      amountKept: file.amountKept - met.leftAmount,
      amountReported: file.amountReported + met.leftAmount,
      merge: stays(at === 0 ? { ...met.merge, gone: merged.merge.gone } : met.merge, batch.orders?.rule),
      before: ordersThere(document),
      after: merged.after,
      from: file.from,
      to: file.to,
      errors: ofFile
        .filter(({ issue: { code } }) => code !== 'import/filteredOut')
        .slice(0, MOST_ERRORS)
        .map(({ row, issue: found, cells }) => {
          const column = found.place?.column ?? '';
          return { row, column, value: cells[report.headers.indexOf(column)] ?? '', issue: found, reported: true };
        }),
      unmatched: at === 0 ? report.unmatched.slice(0, MOST_ERRORS) : [],
    };
  });
}

function ordersOf(
  draft: PackDraft,
  { batch }: PackRead,
  { planned, trial }: { planned: PlannedPack; trial: PackTrial },
): ImportPreview | null {
  const orders = batch.orders?.batch;
  if (!orders || !trial.orders || !planned.merged) return null;
  const { left } = planned.merged;
  const report = {
    ...orders.report,
    kept: orders.report.kept - left.rows,
    reported: orders.report.reported + left.rows,
    amount: orders.report.amount - left.amount,
    byReason:
      left.rows > 0
        ? {
            ...orders.report.byReason,
            'import/alreadyThere': (orders.report.byReason['import/alreadyThere'] ?? 0) + left.rows,
          }
        : orders.report.byReason,
  };
  const lookups = trial.orders.joins.flatMap(({ lookup }) => {
    const packed = draft.tables.get(lookup);
    return packed ? [{ name: lookup, headers: packed.source.headers, rows: (packed.whole ?? packed.head).rows }] : [];
  });
  const known = membersToMean(lookups, trial.orders, report);
  return orderPreview({
    batch: { ...orders, report },
    mapping: trial.orders,
    known,
    downloadable: orders.report.rows.length,
  });
}
