/**
 * npm run bench [-- --json] [names…]: runs the benches of this folder, those of the product's worker in headless
 * Chromium, the others in Node. With --json standard output is one JSON array and nothing else.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { chromium } from 'playwright';
import { build } from 'vite';
import { ensureChromium, launchOptions } from '../browser.mjs';
import { serve } from '../server.mjs';
import { runAppBench } from './app.mjs';
import { withBuiltApp } from './builtApp.mjs';
import { runGridBench } from './grid.mjs';
import { runImportPageBench } from './importPage.mjs';
import { runMemoryBench } from './memory.mjs';
import { runScrollBench } from './scroll.mjs';

process.env.NODE_ENV = 'production';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const OUT = join(ROOT, '.cache', 'bench', String(process.pid));
const asJson = process.argv.includes('--json');
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
/** Figures in ms are printed beside the naive spread of the same run, so it comes along. */
const BESIDE_NAIVE = ['grid', 'scroll'];
const asked = wanted.some((name) => BESIDE_NAIVE.includes(name)) ? ['naive', ...wanted] : wanted;
const isWanted = (name) => asked.length === 0 || asked.includes(name);

const say = (text) => process.stderr.write(`${text}\n`);

/** Benches of the built app as a person meets it. */
const ON_THE_APP = {
  memory: runMemoryBench,
  grid: runGridBench,
  scroll: runScrollBench,
  app: runAppBench,
  importPage: runImportPageBench,
};

let failed = false;
const rows = [];

try {
  await runInNode();
  await runInBrowser();
  for (const [name, bench] of Object.entries(ON_THE_APP)) {
    if (isWanted(name)) await collect(name, () => onTheApp(bench));
  }
} finally {
  rmSync(OUT, { recursive: true, force: true });
}
process.stdout.write(asJson ? `${JSON.stringify(rows, null, 2)}\n` : `${table(rows)}\n`);
process.exitCode = failed ? 1 : 0;

async function runInNode() {
  const dir = join(OUT, 'node');
  await bundle({ entry: 'node.ts', dir, ssr: true });
  const { names, run } = await import(pathToFileURL(join(dir, 'node.js')).href);
  if (isWanted('firstScreen')) buildApp();
  for (const name of names.filter(isWanted)) await collect(name, () => run(name));
}

function onTheApp(bench) {
  const naive = rows.find(({ id }) => id === 'naive-spread-1m')?.ms.toFixed(2);
  return withBuiltApp({ root: ROOT, dir: join(OUT, 'app') }, (browser, app) => bench(browser, { ...app, naive, say }));
}

function buildApp() {
  const vite = join(ROOT, 'node_modules', 'vite', 'bin', 'vite.js');
  spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], { cwd: ROOT, stdio: ['ignore', 2, 2] });
}

async function runInBrowser() {
  const dir = join(OUT, 'browser');
  await bundle({ entry: 'browser.ts', dir, ssr: false });
  layOutForecastData(dir);
  writeFileSync(join(dir, 'index.html'), '<!doctype html><title>bench</title><link rel="icon" href="data:,">');
  // An isolated page has the finer clock: 5 instead of 100 microseconds.
  const headers = { 'cross-origin-opener-policy': 'same-origin', 'cross-origin-embedder-policy': 'require-corp' };
  const server = await serve({ dir, headers });
  ensureChromium();
  const browser = await chromium.launch(launchOptions());
  try {
    const page = await browser.newPage();
    await page.goto(server.url);
    const ask = (name) => page.evaluate(askWorker, name);
    for (const name of (await ask('')).filter(isWanted)) await collect(name, () => ask(name));
  } finally {
    await browser.close();
    await server.close();
  }
}

function layOutForecastData(dir) {
  const packed = resolve(ROOT, process.env.SALES_DATA ?? '../shared/data', 'forecast/comp-dev.json.gz');
  if (existsSync(packed)) writeFileSync(join(dir, 'comp-dev.json'), gunzipSync(readFileSync(packed)));
  else say('No forecast data beside the checkout: accuracy is not measured.');
  const buyers = resolve(ROOT, process.env.SALES_DATA ?? '../shared/data', 'forecast/cdnow-sample.csv.gz');
  if (existsSync(buyers)) writeFileSync(join(dir, 'cdnow-sample.csv'), gunzipSync(readFileSync(buyers)));
  else say('No CDNOW sample beside the checkout: BG/NBD is fitted to as many made-up customers.');
}

/** Runs in the page. */
function askWorker(name) {
  return new Promise((done, refuse) => {
    const worker = new Worker('./browser.js', { type: 'module' });
    worker.onerror = (event) => refuse(new Error(event.message || 'the bench worker did not start'));
    worker.onmessage = ({ data }) => {
      worker.terminate();
      if (data.error) refuse(new Error(data.error));
      else done(data.rows);
    };
    worker.postMessage(name);
  });
}

async function collect(name, run) {
  say(`${name} …`);
  try {
    rows.push(...(await run()));
  } catch (error) {
    failed = true;
    say(`${name} failed: ${error.stack ?? error.message}`);
  }
}

function bundle({ entry, dir, ssr }) {
  const input = fileURLToPath(new URL(entry, import.meta.url));
  return build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    resolve: { alias: { '~': join(ROOT, 'src') } },
    publicDir: false,
    worker: { format: 'es' },
    build: {
      ssr,
      target: ssr ? 'node20' : 'es2022',
      outDir: dir,
      emptyOutDir: true,
      modulePreload: false,
      rolldownOptions: {
        input,
        preserveEntrySignatures: 'strict',
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  });
}

function table(found) {
  const lines = found.map((row) => [
    row.id,
    `${row.ms.toFixed(row.ms < 10 ? 2 : 0)} ms`,
    `${row.ratio.toFixed(2)} ×`,
    `${row.higherIsBetter ? '≥' : '≤'} ${row.must} (aim ${row.aim})`,
    verdict(row),
    row.reference,
  ]);
  const all = [['id', 'time', 'ratio', 'must', '', 'reference'], ...lines];
  const widths = all[0].map((_, column) => Math.max(...all.map((line) => line[column].length)));
  return all
    .map((line) =>
      line
        .map((text, column) => text.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function verdict({ ratio, must, aim, higherIsBetter }) {
  const reaches = (goal) => (higherIsBetter ? ratio >= goal : ratio <= goal);
  return reaches(aim) ? 'aim' : reaches(must) ? 'ok' : 'MISSED';
}
