import { ISSUE_CODES } from '~/domain/issue';
import type { Translate } from '~/i18n/translate';
import type { App } from '~/state/app';
import { download } from '~/state/download';
import type { PackDraft } from './packDraft';

/** Hands out the rows that were not taken, as they stand in their files, each with its reason in words. */
export async function saveRejected(app: App, { draft, t }: { draft: PackDraft; t: Translate }): Promise<void> {
  const id = draft.opened()?.draft;
  if (id === undefined) return;
  const reasons = Object.fromEntries(ISSUE_CODES.map((code) => [code, t.find(`issue.${code}`) ?? code]));
  const words = { file: t('import.fileHead'), row: t('import.row'), reason: t('import.reason'), reasons };
  const csv = await app.attempt(app.host.rejectedRows(id, words));
  if (csv !== null) download(t('import.downloadName'), csv, 'text/csv;charset=utf-8');
}
