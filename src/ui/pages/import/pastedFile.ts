/**
 * A block from a spreadsheet as a file, so that it takes the way of all files; null where the text is no table (one line
 * without a tab is a word somebody wanted elsewhere).
 */
export function pastedFile(text: string, name: string): File | null {
  const lines = text.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  const isTable = lines.length > 1 && lines.some((line) => /[\t,;|]/.test(line));
  return isTable ? new File([text], name, { type: 'text/tab-separated-values' }) : null;
}
