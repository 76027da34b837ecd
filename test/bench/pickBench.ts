import type { BenchRow } from './benchRow';

export type BenchModules = Record<string, () => Promise<unknown>>;

/** Names of the bench files of a glob: './kernel.ts' → 'kernel'. */
export const benchNames = (modules: BenchModules): string[] => Object.keys(modules).map((path) => path.slice(2, -3));

/** Loads one bench file and runs the function in it that is called run…Bench, on what it needs if it needs anything. */
export async function runBench(modules: BenchModules, name: string, needs?: unknown): Promise<BenchRow[]> {
  const loaded = (await modules[`./${name}.ts`]()) as Record<string, unknown>;
  const run = Object.entries(loaded).find(([key]) => /^run\w*Bench$/.test(key))?.[1];
  if (typeof run !== 'function') throw new TypeError(`test/bench/${name}.ts exports no run…Bench`);
  const rows = (await run(needs)) as BenchRow | BenchRow[];
  return Array.isArray(rows) ? rows : [rows];
}
