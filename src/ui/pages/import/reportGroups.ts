import { ISSUE_CODES, type IssueCode } from '~/domain/issue';
import { isOnPurpose } from '~/domain/onPurpose';
import type { ImportReport } from '~/domain/order';

export interface ReasonGroup {
  code: IssueCode;
  /** All rows with this reason, also those that are not carried. */
  rows: number;
}

const isCode = (code: string): code is IssueCode => (ISSUE_CODES as readonly string[]).includes(code);

/** Why rows are not kept, trouble before what was left out on purpose, then the most frequent first. */
export const reasonGroups = (report: ImportReport): ReasonGroup[] => groupsOf(report.byReason);

/** What is kept but worth a look, the most frequent first. */
export const warningGroups = (report: ImportReport): ReasonGroup[] => groupsOf(report.warnings);

function groupsOf(counts: Record<string, number>): ReasonGroup[] {
  const groups = Object.entries(counts).flatMap(([code, rows]): ReasonGroup[] =>
    isCode(code) && rows > 0 ? [{ code, rows }] : [],
  );
  const late = (group: ReasonGroup): number => (isOnPurpose(group.code) ? 1 : 0);
  return groups.sort((a, b) => late(a) - late(b) || b.rows - a.rows);
}

/** 'import/badDate' → 'badDate': the part of a code that short words are filed under. */
export const shortCode = (code: string): string => code.slice(code.indexOf('/') + 1);
