/** A made-up file as programs and people leave it, with what a careful person would read out of it. */
export interface MessyFile {
  name: string;
  bytes: Uint8Array;
  truth: {
    encoding: string;
    delimiter: string;
    headerRow: number;
    headerRows: number;
    headers: string[];
    /** Rows of the file that are data. */
    rows: number;
    /** Rows left out behind the header. */
    dropped: number;
    /** Normalised cells: ISO dates, plain numbers as text, null for blanks; after unpivoting where months are columns. */
    data: (string | null)[][];
    /** Sum of the last column. */
    sum: number;
    unit?: number;
    /** Columns that must be asked about (header → code of the issue); all others must be without doubt. */
    asked?: Record<string, string>;
  };
}
