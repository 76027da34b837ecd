import type { SourceKind } from '~/domain/source';
import { textHash } from '~/domain/textHash';

export interface TableHead {
  headers: readonly string[];
  sample: readonly (readonly string[])[];
  /** Name of the file and of the sheet, where they may say it. */
  name?: string;
}

/** What stands in a field that no column is for; null where nothing can. */
export type Implied = (cells: readonly string[]) => string;

/**
 * Fields that a table need not have: numbers of complaints, contracts, invoices are made of all the row says, so that the same
 * row is the same again; a list of days off is of days off; a survey tells by its headings whether it asks for satisfaction or
 * for recommendation. Null for all others.
 */
export function impliedField(kind: SourceKind, field: string, head: TableHead): Implied | null {
  if (kind === 'holidays' && field === 'holiday') return () => 'off';
  if (kind === 'surveys' && field === 'kind') {
    const said = `${head.headers.join(' ')} ${head.name ?? ''}`;
    return /nps|推荐|promoter|recommend/i.test(said) ? () => 'nps' : () => 'csat';
  }
  const isNumber = field === 'key' ? kind !== 'stageHistory' && !MEMBER_KINDS.has(kind) : field === 'invoice';
  return isNumber && (field === 'key' || kind === 'receivables') ? (cells) => textHash(cells.join('\u0001')) : null;
}

/** Whether a table says a field of a kind without a column for it. */
export const isImplied = (kind: SourceKind, field: string, head: TableHead): boolean =>
  impliedField(kind, field, head) !== null;

const MEMBER_KINDS: ReadonlySet<SourceKind> = new Set(['customers', 'products', 'sellers']);
