/**
 * Finds the Chromium that tests and benchmarks drive; as a script it makes sure that there is one.
 * It never skips silently: without a browser the script ends non-zero and says what to do.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';

/** The last version that accepts Node 20; a headless shell with the few libraries that a bare system lacks. */
const PACKED = '@sparticuz/chromium@147.0.0';

const KNOWN_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** Keep the browser from talking to anyone on its own account, and let it run in small containers. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-features=OptimizationHints,MediaRouter,Translate,CertificateTransparencyComponentUpdater,AutofillServerCommunication',
  '--metrics-recording-only',
  '--no-first-run',
  '--no-pings',
];

const ADVICE = `No Chromium was found or could be installed. Do one of these, then run the command again:
  - install Chromium, Chrome or Edge from your system's packages;
  - set CHROME_BIN to the path of one;
  - run: npx playwright install chromium`;

/** Path of a browser that answers `--version`; throws with advice when there is none. Installs nothing. */
export function chromiumPath() {
  const found = findChromium();
  if (found === null) throw new Error(ADVICE);
  return found;
}

/**
 * Options for Playwright's `chromium.launch`; `args` are added to the usual ones.
 * @param {{ headless?: boolean, args?: string[] }} [options]
 */
export function launchOptions({ headless = true, args = [] } = {}) {
  const executablePath = chromiumPath();
  const libraries = join(packedFolder(), 'lib');
  const env =
    executablePath === packedBinary()
      ? { ...process.env, LD_LIBRARY_PATH: [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':') }
      : process.env;
  return { executablePath, headless, args: [...ARGUMENTS, ...args], env };
}

/** Finds a browser or gets one: packages of the system for root, a packed one in the user's cache for others. */
export function ensureChromium() {
  const ways = [findChromium, installWithApt, unpackIntoCache, installWithPlaywright];
  for (const way of ways) {
    const path = way();
    if (path !== null) return path;
  }
  throw new Error(ADVICE);
}

function findChromium() {
  const named = [process.env.CHROME_BIN, process.env.PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH].filter(Boolean);
  const path = [...named, ...KNOWN_PLACES, packedBinary()].find(answers) ?? null;
  return path ?? playwrightsOwn();
}

/** Ubuntu's stand-in for a snap only prints an error, so a file that exists is not enough. */
function answers(path) {
  if (!existsSync(path)) return false;
  // Windows opens a window instead of printing a version.
  if (process.platform === 'win32') return true;
  const env = path === packedBinary() ? { ...process.env, LD_LIBRARY_PATH: join(packedFolder(), 'lib') } : process.env;
  const run = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000, env });
  return run.status === 0 && /\d+\.\d+\.\d+/.test(run.stdout);
}

function playwrightsOwn() {
  const { chromium } = createRequire(import.meta.url)('playwright');
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : null;
}

function installWithApt() {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return null;
  say('No browser found: installing chromium and a Chinese font with apt-get …');
  const apt = (...args) => run('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args]);
  apt('update', '-q');
  apt('install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-wqy-microhei');
  return findChromium();
}

function unpackIntoCache() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  say(`No browser found: unpacking ${PACKED} into ${packedFolder()} …`);
  const folder = packedFolder();
  const fetched = `${folder}.fetch`;
  mkdirSync(fetched, { recursive: true });
  const npm = ['install', '--prefix', fetched, '--no-save', '--no-audit', '--no-fund', '--ignore-scripts', PACKED];
  if (!run('npm', npm)) return null;
  const packed = join(fetched, 'node_modules', '@sparticuz', 'chromium', 'bin');
  // One rename at the end, so that an interrupted unpacking is never taken for a browser.
  const half = `${folder}.${process.pid}`;
  mkdirSync(half, { recursive: true });
  writeFileSync(join(half, 'chromium'), unbrotli(join(packed, 'chromium.br')), { mode: 0o755 });
  for (const name of ['al2023.tar.br', 'swiftshader.tar.br', 'fonts.tar.br']) untar(join(packed, name), half);
  rmSync(folder, { recursive: true, force: true });
  renameSync(half, folder);
  rmSync(fetched, { recursive: true, force: true });
  return findChromium();
}

function installWithPlaywright() {
  say('No browser found: trying playwright install chromium …');
  run('npx', ['playwright', 'install', 'chromium']);
  return findChromium();
}

const unbrotli = (file) => brotliDecompressSync(readFileSync(file));

function untar(file, folder) {
  if (existsSync(file)) spawnSync('tar', ['-x', '-C', folder], { input: unbrotli(file), stdio: ['pipe', 'ignore', 2] });
}

function packedFolder() {
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  return join(cache, 'quotagrid', PACKED.replace(/\W+/g, '-'));
}

function packedBinary() {
  return join(packedFolder(), 'chromium');
}

/** Installers talk on standard error, so that a script's own output stays clean. */
function run(command, args) {
  const shell = process.platform === 'win32';
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: ['ignore', 2, 2], env, shell }).status === 0;
}

function say(text) {
  process.stderr.write(`${text}\n`);
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    say(`Browser: ${ensureChromium()}`);
  } catch (error) {
    say(error.message);
    process.exitCode = 1;
  }
}
