import { CR, LF, QUOTE, SPACE } from './bytes';

/** One record as byte ranges of a buffer that is only valid during the call: copy or decode what must outlive it. */
export interface CsvRow {
  bytes: Uint8Array;
  /** Record number as a person counts, the first record of the file = 1; blank lines count. */
  number: number;
  /** Cells in this record, also where there are more than `starts` can hold. */
  count: number;
  starts: Int32Array;
  ends: Int32Array;
  /** 1 where a quoted cell holds doubled quotes that have to be halved. */
  escaped: Uint8Array;
  /** 'quote': a quote that opens and never closes properly; 'length': no line end within the limit. One cell, the raw line. */
  fault: 'none' | 'quote' | 'length';
}

export interface CsvScannerOptions {
  /** Byte of the delimiter. */
  delimiter: number;
  onRow(row: CsvRow): void;
  /** A record longer than this is taken as a fault, so that one stray quote cannot swallow the file. */
  maxRowBytes?: number;
}

export interface CsvScanner {
  push(chunk: Uint8Array): void;
  end(): void;
}

const PIECE = 256 * 1024;
const MAX_CELLS = 4096;

/**
 * Cuts bytes (UTF-8, or GB18030 with a delimiter other than |) into records and cells without decoding them: RFC 4180
 * quotes, doubled quotes and line breaks inside quotes, LF or CRLF. Chunks may be cut anywhere, also inside a character.
 * Blank lines are skipped. After a broken quote it goes on with the next line. Memory is one piece and one record.
 */
export function createCsvScanner({ delimiter, onRow, maxRowBytes = 1024 * 1024 }: CsvScannerOptions): CsvScanner {
  const row: CsvRow = {
    bytes: new Uint8Array(PIECE + 64 * 1024),
    number: 0,
    count: 0,
    starts: new Int32Array(MAX_CELLS),
    ends: new Int32Array(MAX_CELLS),
    escaped: new Uint8Array(MAX_CELLS),
    fault: 'none',
  };
  const state: Scan = { row, delimiter, maxRowBytes, onRow, to: 0, final: false, skipping: false };

  const add = (piece: Uint8Array): void => {
    if (state.to + piece.length >= row.bytes.length) {
      const larger = new Uint8Array((state.to + piece.length + 1) * 2);
      larger.set(row.bytes.subarray(0, state.to));
      row.bytes = larger;
    }
    row.bytes.set(piece, state.to);
    state.to += piece.length;
    const done = scan(state);
    row.bytes.copyWithin(0, done, state.to);
    state.to -= done;
  };

  return {
    push(chunk) {
      for (let from = 0; from < chunk.length; from += PIECE) add(chunk.subarray(from, from + PIECE));
    },
    end() {
      state.final = true;
      scan(state);
      state.to = 0;
    },
  };
}

interface Scan {
  row: CsvRow;
  delimiter: number;
  maxRowBytes: number;
  onRow(row: CsvRow): void;
  /** Bytes in the buffer. */
  to: number;
  /** No more bytes will come. */
  final: boolean;
  /** Inside a line that was already reported as too long. */
  skipping: boolean;
}

/** As much of a broken line as is kept for the report. */
const FAULT_BYTES = 4096;

/** Hands on every whole record below `to` and says where the first unfinished one begins. */
function scan(state: Scan): number {
  const { row, delimiter, maxRowBytes, onRow, to, final } = state;
  const { bytes, starts, ends, escaped } = row;
  // A line feed behind the end spares the hot loop a bounds test per byte.
  bytes[to] = LF;
  let position = 0;
  if (state.skipping) {
    position = bytes.indexOf(LF) + 1;
    if (position > to) return to;
    state.skipping = false;
  }
  while (position < to) {
    let count = 0;
    let quotes = false;
    let i = position;
    let fault: CsvRow['fault'] = 'none';
    let open = false;
    for (;;) {
      let start = i;
      let end: number;
      let doubled = 0;
      if (bytes[i] === QUOTE) {
        quotes = true;
        const quoted = readQuoted(bytes, i, { to, delimiter, final });
        if (quoted === INCOMPLETE) {
          open = true;
          break;
        }
        if (quoted === MALFORMED) {
          fault = 'quote';
          break;
        }
        start = i + 1;
        end = quoted.end;
        i = quoted.next;
        doubled = quoted.doubled;
      } else {
        let byte = bytes[i];
        while (byte !== delimiter && byte !== LF) byte = bytes[++i];
        end = i;
        if (byte === LF && end > start && bytes[end - 1] === CR) end--;
      }
      if (count < MAX_CELLS) {
        starts[count] = start;
        ends[count] = end;
        escaped[count] = doubled;
      }
      count++;
      if (bytes[i] === delimiter && i < to) {
        i++;
        continue;
      }
      break;
    }
    const unfinished = !final && (open || i >= to);
    if (fault === 'none' && (unfinished ? to : i) - position > maxRowBytes) fault = quotes ? 'quote' : 'length';
    else if (fault === 'none' && unfinished) return position;
    if (fault !== 'none') {
      i = bytes.indexOf(LF, position);
      state.skipping = i >= to && !final;
      if (state.skipping && to - position <= maxRowBytes) {
        state.skipping = false;
        return position;
      }
      count = 1;
      starts[0] = position;
      ends[0] = Math.min(
        i > position && bytes[i - 1] === CR ? i - 1 : i,
        position + Math.min(FAULT_BYTES, maxRowBytes),
      );
      escaped[0] = 0;
    }
    row.number++;
    position = i + 1;
    if (count === 1 && fault === 'none' && starts[0] === ends[0]) continue;
    row.count = count;
    row.fault = fault;
    onRow(row);
  }
  return Math.min(position, to);
}

interface Quoted {
  end: number;
  next: number;
  doubled: number;
}

const INCOMPLETE = 'incomplete';
const MALFORMED = 'malformed';

/** `open` stands on the opening quote. Blanks between the closing quote and the delimiter are tolerated.
 * A quote that closes at the end of the buffer reads as closed: the record then counts as unfinished all the same.
 */
function readQuoted(
  bytes: Uint8Array,
  open: number,
  { to, delimiter, final }: { to: number; delimiter: number; final: boolean },
): Quoted | typeof INCOMPLETE | typeof MALFORMED {
  let i = open + 1;
  let doubled = 0;
  for (;;) {
    while (i < to && bytes[i] !== QUOTE) i++;
    if (i >= to) return final ? MALFORMED : INCOMPLETE;
    if (i + 1 < to && bytes[i + 1] === QUOTE) {
      doubled = 1;
      i += 2;
      continue;
    }
    break;
  }
  let next = i + 1;
  while (next < to && bytes[next] === SPACE && delimiter !== SPACE) next++;
  if (bytes[next] === CR && next < to) next++;
  if (next < to && bytes[next] !== LF && (bytes[next] !== delimiter || bytes[next - 1] === CR)) return MALFORMED;
  return { end: i, next, doubled };
}
