import type { Encoding } from './encoding';
import type { Delimiter } from './sniffDelimiter';

/** How a file is to be cut. What `sniff` proposes and a person may correct. */
export interface CsvFormat {
  encoding: Encoding;
  /** Bytes of the byte order mark. */
  bom: number;
  delimiter: Delimiter;
  lineEnd: 'lf' | 'cr';
  /** Record number of the header, the first record = 1; what stands above it is no row. */
  headerRow: number;
}
