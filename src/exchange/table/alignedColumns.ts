const LINES = 200;
const MIN_COLUMNS = 3;

/**
 * A text whose columns are aligned by blanks, as tab-separated text; null where it is none. Old printers and terminals
 * write so: a wide character takes two places. Columns begin where a gap of blanks ends in every full line.
 */
export function alignedColumns(text: string, delimiter: string, asked: boolean): string | null {
  const head = text.slice(0, 64 * 1024);
  const lines = head.split(/\r?\n/).filter((line) => line.trim() !== '');
  const gapped = lines.filter((line) => /\S {2,}\S/.test(line));
  if (!asked && (gapped.length < Math.max(2, lines.length * 0.5) || gapped.length < 2)) return null;
  const sample = gapped.slice(0, LINES);
  // A delimiter that stands in nearly every line is the better explanation.
  const delimited = sample.filter((line) => line.split(delimiter).length >= MIN_COLUMNS).length;
  if (!asked && delimiter !== ',' && delimited > sample.length * 0.6) return null;
  if (!asked && delimiter === ',' && delimited > sample.length * 0.6 && !looksGrouped(sample)) return null;
  const stops = sharedGaps(sample);
  if (stops.length + 1 < (asked ? 1 : MIN_COLUMNS)) return null;
  return text
    .split('\n')
    .map((line) => cutAt(line.replace(/\r$/, '').replaceAll('\t', ' '), stops))
    .join('\n');
}

/** Commas that group digits are none that delimit. */
const looksGrouped = (lines: readonly string[]): boolean =>
  lines.filter((line) => /\d,\d{3}(?!\d)/.test(line)).length > lines.length * 0.5 &&
  lines.every((line) => line.replace(/\d,(?=\d{3}(?!\d))/g, '').split(',').length <= 1);

const isWide = (code: number): boolean =>
  (code >= 0x1100 && code <= 0x115f) ||
  (code >= 0x2e80 && code <= 0xa4cf) ||
  (code >= 0xac00 && code <= 0xd7a3) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0xfe30 && code <= 0xfe6f) ||
  (code >= 0xff00 && code <= 0xff60) ||
  (code >= 0xffe0 && code <= 0xffe6);

/** Places at which at least one blank column runs through all lines, each as the place where the next column begins. */
function sharedGaps(lines: readonly string[]): number[] {
  const width = Math.max(...lines.map(placesOf));
  const used = new Uint32Array(width + 1);
  for (const line of lines) {
    let place = 0;
    for (const character of line) {
      const code = character.codePointAt(0) ?? 0;
      const size = isWide(code) ? 2 : 1;
      if (character !== ' ' && code !== 0x3000) for (let i = 0; i < size; i++) used[place + i]++;
      place += size;
    }
  }
  const stops: number[] = [];
  for (let place = 1; place < width; place++) {
    if (
      used[place] > 0 &&
      used[place - 1] === 0 &&
      stops.length + place > 0 &&
      used.subarray(0, place).some((n) => n > 0)
    ) {
      stops.push(place);
    }
  }
  return stops;
}

const placesOf = (line: string): number => {
  let places = 0;
  for (const character of line) places += isWide(character.codePointAt(0) ?? 0) ? 2 : 1;
  return places;
};

function cutAt(line: string, stops: readonly number[]): string {
  const cells: string[] = [];
  let cell = '';
  let place = 0;
  let next = 0;
  for (const character of line) {
    if (next < stops.length && place >= stops[next]) {
      cells.push(cell.trim());
      cell = '';
      next++;
    }
    cell += character;
    place += isWide(character.codePointAt(0) ?? 0) ? 2 : 1;
  }
  cells.push(cell.trim());
  return cells.map((text) => (text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text)).join('\t');
}
