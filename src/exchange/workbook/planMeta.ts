import type { BookSheet } from './book';
import { fingerprint } from './fingerprint';
import type { PlanSheetModel } from './planSheetModel';
import type { PlanTable } from './planTable';

export const META_SHEET = '_sp_meta';
const META_SCHEMA = 1;
/** Row of the revision on the meta sheet, for the defined name. */
export const META_REVISION_ROW = 3;

/** Where a plan sheet came from: what an import needs to find its plan and to see whether structure or values moved. */
export interface PlanMeta {
  schema: number;
  planId: string;
  revision: number;
  exportedAt: string;
  currency: string;
  minorUnit: number;
  /** Of the ordered row ids with their parents, and the column keys. */
  structure: string;
  /** Of the amounts of all rows that are not sums; blank differs from 0. */
  values: string;
}

/** The origin of a plan sheet, with fingerprints over its structure and its own amounts. */
export function planMeta(model: PlanSheetModel, table: PlanTable): PlanMeta {
  const own = table.rows.filter(({ kind }) => kind !== 'sum');
  return {
    schema: META_SCHEMA,
    planId: model.planId,
    revision: model.revision,
    exportedAt: model.exportedAt,
    currency: model.currency.code,
    minorUnit: model.minorUnit,
    structure: fingerprint([
      ...table.columns.map(({ key }) => key),
      ...table.rows.flatMap(({ row }) => [row.id, row.parentId ?? '']),
    ]),
    values: fingerprint(own.flatMap(({ row }) => [row.id, ...row.values.map((amount) => String(amount))])),
  };
}

/** The very hidden sheet that carries the origin: a key and a value per row. */
export const metaSheet = (meta: PlanMeta): BookSheet => ({
  name: META_SHEET,
  veryHidden: true,
  columns: [{ width: 16 }, { width: 40 }],
  styles: [{}],
  rows: Object.entries(meta).map(([key, value], index) => ({
    row: index + 1,
    cells: [
      { column: 0, style: 0, value: key },
      { column: 1, style: 0, value },
    ],
  })),
});
