import { ok, type Result } from '~/domain/result';
import type { TemplateRequest } from './protocol';

/** The template of a kind as a file to download. */
export async function template({
  kind,
  words,
  as,
}: TemplateRequest): Promise<Result<{ name: string; bytes: Uint8Array }>> {
  const { templateBook } = await import('~/exchange/workbook/templateBook');
  const bytes = await templateBook({ kind, words, as });
  return ok({ name: `${words.file.replace(/[\\/:*?"<>|]/g, ' ')}.${as}`, bytes });
}
