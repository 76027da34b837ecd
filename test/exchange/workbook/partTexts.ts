import { openArchive } from '~/exchange/archive/openArchive';

/** The XML parts of a packed workbook by path. */
export async function partTexts(bytes: Uint8Array): Promise<Map<string, string>> {
  const archive = openArchive(bytes);
  if (!archive.ok) throw new Error(JSON.stringify(archive.issues));
  const texts = new Map<string, string>();
  for (const path of archive.value.paths) texts.set(path, await archive.value.text(path));
  return texts;
}
