export const DELIMITERS = [',', ';', '\t', '|', '^', '~'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

const LINES = 50;

/**
 * The delimiter a text is cut by: of comma, semicolon, tab, |, ^ and ~ the one whose number per record agrees best, and among
 * equals the one that gives more cells. Delimiters inside quotes do not count. A text without any is taken as comma.
 */
export function sniffDelimiter(text: string): Delimiter {
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const counts = countPerRecord(text, delimiter);
    const frequency = new Map<number, number>();
    for (const count of counts) frequency.set(count, (frequency.get(count) ?? 0) + 1);
    let score = 0;
    for (const [count, records] of frequency) {
      if (count > 0) score = Math.max(score, (records / counts.length) * (1 + Math.log2(1 + count) / 8));
    }
    if (score > bestScore) {
      bestScore = score;
      best = delimiter;
    }
  }
  return best;
}

function countPerRecord(text: string, delimiter: string): number[] {
  const counts: number[] = [];
  let count = 0;
  let quoted = false;
  let atStart = true;
  let blank = true;
  for (let i = 0; i < text.length && counts.length < LINES; i++) {
    const char = text[i];
    if (quoted) {
      if (char === '"') quoted = false;
      continue;
    }
    if (char === '"' && atStart) quoted = true;
    else if (char === '"' && text[i - 1] === '"') quoted = true;
    else if (char === delimiter) count++;
    else if (char === '\n' || (char === '\r' && text[i + 1] !== '\n')) {
      if (!blank) counts.push(count);
      count = 0;
      blank = true;
      atStart = true;
      continue;
    }
    atStart = char === delimiter;
    if (char !== '\r') blank = false;
  }
  if (!blank && counts.length < LINES) counts.push(count);
  return counts;
}
