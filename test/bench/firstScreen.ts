import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BenchRow } from './benchRow';

const LIMIT = 420_000;
/** Chunks that are asked for as soon as the page or the plan opens: first pages and the grid. */
const FIRST = /^(StartPage|HomePage|PlanPage|PlanGrid)-/;
/** The words that come with them, a chunk per language. */
const WORDS = /^first-/;

/** Gzipped JavaScript up to the first plan on screen: the entry, the first pages and all they import, without charts. */
export function runFirstScreenBench(dist = 'dist'): BenchRow[] {
  if (!existsSync(join(dist, 'index.html'))) throw new Error('dist is not there: run npm run build first');
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const seen = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    const code = readFileSync(path, 'utf8');
    for (const [, to] of code.matchAll(/(?:^|[;}])\s*(?:import|export)\b[^'"();]*["'](\.[^'"]+\.js)["']/g)) {
      visit(join(dirname(path), to));
    }
  };
  for (const [, src] of html.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)) visit(join(dist, src));
  const chunks = readdirSync(join(dist, 'assets'));
  for (const name of chunks.filter((chunk) => FIRST.test(chunk) && chunk.endsWith('.js'))) {
    visit(join(dist, 'assets', name));
  }
  const weigh = (path: string): number => gzipSync(readFileSync(path), { level: 9 }).length;
  const words = chunks.filter((chunk) => WORDS.test(chunk)).map((chunk) => join(dist, 'assets', chunk));
  if (words.length < 2) throw new Error('the words of the first screen are not where they were');
  visit(words.reduce((heaviest, path) => (weigh(path) > weigh(heaviest) ? path : heaviest)));
  const bytes = [...seen].reduce((sum, path) => sum + weigh(path), 0);
  return [
    {
      id: 'first-screen-gzip',
      ms: 0,
      reference: `${Math.round(bytes / 1000)} kB in ${seen.size} files, of ${LIMIT / 1000} kB`,
      ratio: bytes / LIMIT,
      must: 1,
      aim: 0.9,
      higherIsBetter: false,
    },
  ];
}
