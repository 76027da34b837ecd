/** The built app under a sub-path in headless Chromium, as a person meets it. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { ensureChromium, launchOptions } from '../browser.mjs';
import { serve } from '../server.mjs';

/** Builds the app from `root` into `dir` once per run, and hands a fresh browser over it to `run`. */
export async function withBuiltApp({ root, dir }, run) {
  if (!existsSync(join(dir, 'index.html'))) build({ root, dir });
  const host = readdirSync(join(dir, 'assets')).find((name) => /^entry-.*\.js$/.test(name));
  const server = await serve({ dir, base: '/tools/plan/' });
  ensureChromium();
  const browser = await chromium.launch(launchOptions());
  try {
    return await run(browser, { url: server.url, dir, script: `./assets/${host}` });
  } finally {
    await browser.close();
    await server.close();
  }
}

function build({ root, dir }) {
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const arguments_ = [vite, 'build', '--logLevel', 'error', '--outDir', dir, '--emptyOutDir'];
  const built = spawnSync(process.execPath, arguments_, { cwd: root, stdio: ['ignore', 2, 2] });
  if (built.status !== 0) throw new Error('the app does not build');
}
