import { ok, type Result } from '~/domain/result';
import { rowTexts } from '~/exchange/csv/cellText';
import type { CsvFormat } from '~/exchange/csv/csvFormat';
import { createCsvScanner } from '~/exchange/csv/scanner';
import { sniff } from '~/exchange/csv/sniff';
import { delimiterByte, scanEncoding, textBytes } from '~/exchange/csv/textBytes';
import type { Lookup } from '~/exchange/mapping/mapping';

/**
 * A whole small file as text, to join orders to. Rows shorter than the header read as empty behind their end; rows with a
 * broken quote are left out. Fails like `sniff` for files that cannot be read.
 */
export async function readLookup(
  name: string,
  bytes: Uint8Array,
  format?: Partial<CsvFormat>,
): Promise<Result<Lookup>> {
  const sniffed = sniff(bytes, { file: name, format });
  if (!sniffed.ok) return sniffed;
  const { headers, format: found } = sniffed.value;
  const rows: string[][] = [];
  const decoder = new TextDecoder(scanEncoding(found), { ignoreBOM: true });
  const scanner = createCsvScanner({
    delimiter: delimiterByte(found.delimiter),
    onRow(row) {
      if (row.number > found.headerRow && row.fault === 'none') rows.push(rowTexts(row, decoder));
    },
  });
  for await (const chunk of textBytes([bytes], found)) scanner.push(chunk);
  scanner.end();
  return ok({ name, headers, rows });
}
