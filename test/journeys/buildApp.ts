import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { serve } from '../server.mjs';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the built app is served: under a sub-path, as on a team's static storage. */
    appUrl: string;
  }
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Where the app is built; another folder lets two runs go on at once. */
const DIST = resolve(ROOT, process.env.JOURNEY_DIST ?? 'dist');
const SOURCES = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json', 'tsconfig.json'];

/** Builds the app once, unless what is built is newer than everything it is made from, and serves it under /tools/plan/. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (!isFresh()) build();
  const { url, close } = await serve({ dir: DIST, base: '/tools/plan/' });
  project.provide('appUrl', url);
  return close;
}

function isFresh(): boolean {
  const built = join(DIST, 'index.html');
  if (!existsSync(built)) return false;
  const builtAt = statSync(built).mtimeMs;
  return SOURCES.every((source) => newest(join(ROOT, source)) < builtAt);
}

function newest(path: string): number {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return readdirSync(path).reduce((latest, name) => Math.max(latest, newest(join(path, name))), found.mtimeMs);
}

/** A process of its own: inside the test runner Vite would take NODE_ENV=test and build the development app. */
function build(): void {
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  const env = { ...process.env, NODE_ENV: 'production' };
  const run = spawnSync(process.execPath, [vite, 'build', '--outDir', DIST, '--emptyOutDir'], {
    cwd: ROOT,
    env,
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(`vite build failed\n${run.stdout}\n${run.stderr}`);
}
