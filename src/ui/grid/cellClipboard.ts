/** What a paste holds for one cell; a block of cells is told apart. */
export type Pasted = { kind: 'text'; text: string } | { kind: 'block' } | { kind: 'nothing' };

/** One cell of a spreadsheet arrives with a line break behind it; more breaks or tabs make a block. */
export function pastedText(plain: string): Pasted {
  const text = plain.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  if (text.includes('\t') || text.includes('\n')) return { kind: 'block' };
  return text.trim() === '' ? { kind: 'nothing' } : { kind: 'text', text };
}

/** Puts one cell on the clipboard: as text for any field, as a table for spreadsheets. */
export function writeCell(transfer: DataTransfer, text: string): void {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
  transfer.setData('text/plain', text);
  transfer.setData('text/html', `<table><tr><td>${escaped}</td></tr></table>`);
}
