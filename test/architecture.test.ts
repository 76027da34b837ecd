import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const UI = ['solid-js', '@kobalte/core', 'lucide-solid', 'tinykeys'];

/** The table of src/README.md: what a folder may import, and which packages it may use. The longest prefix counts. */
const WALLS: Record<string, { layers: string[]; typesOf?: string[]; also?: string[]; packages: string[] }> = {
  'main.tsx': { layers: ['domain', 'state', 'i18n', 'ui'], packages: ['solid-js'] },
  domain: { layers: [], packages: [] },
  engine: { layers: ['domain'], packages: [] },
  plan: { layers: ['domain', 'engine'], packages: [] },
  exchange: { layers: ['domain', 'engine', 'plan'], packages: [] },
  'exchange/workbook': { layers: ['domain', 'engine', 'plan'], packages: ['hucre'] },
  storage: { layers: ['domain'], typesOf: ['engine', 'plan'], packages: ['dexie', '@noble/hashes'] },
  worker: { layers: ['domain', 'engine', 'plan', 'exchange', 'storage'], packages: ['comlink', 'pinyin-pro'] },
  state: {
    layers: ['domain'],
    typesOf: ['worker'],
    also: ['worker/link.ts'],
    packages: ['solid-js', 'comlink', '@solid-primitives/i18n'],
  },
  i18n: { layers: ['domain'], packages: ['@solid-primitives/i18n'] },
  ui: { layers: ['domain', 'state', 'i18n'], packages: UI },
  'ui/grid': {
    layers: ['domain', 'state', 'i18n'],
    packages: [...UI, 'ag-grid-community', '@ag-grid-community/locale'],
  },
  'ui/charts': { layers: ['domain', 'state', 'i18n'], packages: [...UI, 'echarts'] },
};

interface Import {
  from: string;
  /** As it is written. */
  what: string;
  typesOnly: boolean;
}

interface SourceFile {
  /** Path from src/, with forward slashes. */
  path: string;
  text: string;
  code: string;
  imports: Import[];
}

const files = filesBelow(join(ROOT, 'src')).map(readSource);
const scripts = files.filter((file) => /\.tsx?$/.test(file.path));
const known = new Set(files.map((file) => file.path));

describe('the house', () => {
  test('has nothing at its top but what the architecture names', () => {
    const named =
      'src public test index.html vite.config.ts package.json package-lock.json tsconfig.json README.md LICENSE';
    const made = ['node_modules', 'dist', 'coverage'];
    const extra = readdirSync(ROOT).filter(
      (name) => !name.startsWith('.') && ![...named.split(' '), ...made].includes(name),
    );
    expect(extra).toEqual([]);
  });

  test('has no layer but the nine', () => {
    const folders = readdirSync(join(ROOT, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const layers = Object.keys(WALLS);
    expect(folders.map((entry) => entry.name).filter((name) => !layers.includes(name))).toEqual([]);
  });

  test('lets no file import across a wall', () => {
    const breaches = scripts.flatMap(({ path, imports }) => imports.filter(isLayerBreach(path)).map(spell));
    expect(breaches).toEqual([]);
  });

  test('crosses layers by ~/layer, stays relative within one', () => {
    const breaches = scripts.flatMap(({ path, imports }) =>
      imports.filter(({ from, what }) => {
        const target = resolveImport(from, what);
        if (target === null || layerOf(path) === 'main.tsx') return false;
        return what.startsWith('~/') === (layerOf(target) === layerOf(path));
      }),
    );
    expect(breaches.map(spell)).toEqual([]);
  });

  test('keeps each package behind its own wall', () => {
    const breaches = scripts.flatMap(({ path, imports }) =>
      imports.filter(({ what }) => {
        const name = packageOf(what);
        return name !== null && !wallOf(path).packages.includes(name);
      }),
    );
    expect(breaches.map(spell)).toEqual([]);
  });

  test('imports only files that exist', () => {
    const missing = scripts.flatMap(({ imports }) =>
      imports.filter(({ from, what }) => packageOf(what) === null && resolveImport(from, what) === null),
    );
    expect(missing.map(spell)).toEqual([]);
  });

  test('has no import cycles, types included', () => {
    expect(cycles()).toEqual([]);
  });

  test('uses every package it depends on, and no other', () => {
    const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { dependencies: object };
    const used = new Set(scripts.flatMap(({ imports }) => imports.map(({ what }) => packageOf(what))));
    used.delete(null);
    const declared = Object.keys(manifest.dependencies);
    expect([...used].filter((name) => !declared.includes(name ?? ''))).toEqual([]);
  });
});

describe('the files', () => {
  test('have no more than 400 lines, tables and dictionaries aside', () => {
    const long = scripts.filter(({ path, text }) => lineCount(text) > 400 && !isTable(path));
    expect(long.map(({ path, text }) => `${path}: ${lineCount(text)}`)).toEqual([]);
  });

  test('are short as a rule: half within 120 lines, nine of ten within 300', () => {
    const lengths = scripts.map(({ text }) => lineCount(text)).sort((a, b) => a - b);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThanOrEqual(120);
    expect(lengths[Math.floor(lengths.length * 0.9)]).toBeLessThanOrEqual(300);
  });

  test('have names that say something', () => {
    const empty = /^(utils?|helpers?|common|shared|misc|managers?|data|info|types)$/i;
    const named = [
      ...files.map(({ path }) => path),
      ...filesBelow(join(ROOT, 'test')).map((path) => relative(ROOT, path)),
    ];
    expect(named.filter((path) => path.split(/[\\/]/).some((part) => empty.test(part.replace(/\..*$/, ''))))).toEqual(
      [],
    );
  });

  test('have folders in lower-case nouns', () => {
    const folders = new Set(files.flatMap(({ path }) => dirname(path).split('/')));
    const odd = [...folders].filter((name) => name !== '.' && !/^[a-z][a-z0-9]*$/.test(name));
    expect(odd.filter((name) => name !== 'zh-CN')).toEqual([]);
  });

  test('silence neither the type check nor the linter', () => {
    const silence = new RegExp(
      ['@ts-' + 'ignore', '@ts-' + 'expect-error', '@ts-' + 'nocheck', 'biome-' + 'ignore', 'eslint-' + 'disable'].join(
        '|',
      ),
    );
    const tests = filesBelow(join(ROOT, 'test')).filter((path) => /\.(ts|mjs)$/.test(path));
    expect(scripts.filter(({ text }) => silence.test(text)).map(({ path }) => path)).toEqual([]);
    expect(tests.filter((path) => silence.test(readFileSync(path, 'utf8')))).toEqual([]);
  });

  test('use neither any nor enum nor default exports, and leave no work undone', () => {
    const refused = /(?::|\bas|<|\|)\s*any\b(?!['"\w])|\benum\s+\w+\s*\{|^export default\b/m;
    expect(scripts.filter(({ code }) => refused.test(code)).map(({ path }) => path)).toEqual([]);
    expect(scripts.filter(({ text }) => /\b(TODO|FIXME|XXX)\b/.test(text)).map(({ path }) => path)).toEqual([]);
  });
});

describe('the core', () => {
  test('has no clock, no chance, no timers and no output of its own', () => {
    const impure =
      /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bperformance\.now\b|\bset(Timeout|Interval)\b|\bconsole\./;
    const core = scripts.filter(({ path }) => ['domain', 'engine', 'plan'].includes(layerOf(path)));
    expect(core.filter(({ code }) => impure.test(code)).map(({ path }) => path)).toEqual([]);
  });
});

describe('what is shipped', () => {
  const shipped = [
    ...files,
    ...['index.html', 'public'].flatMap((name) => filesBelow(join(ROOT, name)).map(readSource)),
  ];

  test('names no address on the net, apart from names of formats', () => {
    const names = /^https?:\/\/(www\.w3\.org|schemas\.openxmlformats\.org|schemas\.microsoft\.com|purl\.org)\//;
    const addresses = shipped.flatMap(({ path, code }) =>
      [...code.matchAll(/\b(?:https?|wss?):\/\/[\w.-]+[^\s'"`<)]*/g)].map(([url]) => ({ path, url })),
    );
    expect(addresses.filter(({ url }) => !names.test(url))).toEqual([]);
  });

  test('asks nobody for anything and compiles no text', () => {
    const calls =
      /\bfetch\(|\bXMLHttpRequest\b|\bnew (WebSocket|EventSource)\b|\bsendBeacon\b|\bimportScripts\b|\beval\(|\bnew Function\b/;
    expect(
      shipped.filter(({ path, code }) => !path.endsWith('.md') && calls.test(code)).map(({ path }) => path),
    ).toEqual([]);
  });
});

describe('the dictionaries', () => {
  test('say everything in both languages', async () => {
    const modules = import.meta.glob<Record<string, unknown>>('../src/i18n/{zh-CN,en}/**/*.ts');
    const keys = { 'zh-CN': new Set<string>(), en: new Set<string>() };
    for (const [path, load] of Object.entries(modules)) {
      const [language, subject] = path.split('/').slice(-2) as ['zh-CN' | 'en', string];
      // The file that gathers the subjects bears the name of its language.
      if (/^(en|zhCN)\.ts$/.test(subject)) continue;
      for (const key of keysOf(await load())) keys[language].add(`${subject}: ${key}`);
    }
    expect([...keys.en].filter((key) => !keys['zh-CN'].has(key))).toEqual([]);
    expect([...keys['zh-CN']].filter((key) => !keys.en.has(key))).toEqual([]);
    expect(keys.en.size > 0).toBe(existsSync(join(ROOT, 'src/i18n/en')));
  });
});

function readSource(path: string): SourceFile {
  const name = relative(join(ROOT, 'src'), path).split(sep).join('/');
  const text = readFileSync(path, 'utf8');
  const code = /\.(tsx?|css|mjs)$/.test(path) ? withoutComments(text) : text;
  return { path: name, text, code, imports: /\.tsx?$/.test(path) ? importsOf(name, code) : [] };
}

/** Good enough for our own formatted sources: comments go, strings with // in them stay. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`])\/\/[^\n]*/g, '$1');
}

function importsOf(from: string, code: string): Import[] {
  const found: Import[] = [];
  for (const [, type, names, what] of code.matchAll(/^(?:import|export)(\s+type\b)?\s([^;'"]*?)from\s+'([^']+)'/gm)) {
    const listed = /\{([^}]*)\}/.exec(names)?.[1];
    const each =
      listed
        ?.split(',')
        .map((name) => name.trim())
        .filter(Boolean) ?? [];
    const onlyTypes = each.length > 0 && /^\s*\{/.test(names) && each.every((name) => name.startsWith('type '));
    found.push({ from, what, typesOnly: type !== undefined || onlyTypes });
  }
  for (const [, what] of code.matchAll(/^import\s+'([^']+)'/gm)) found.push({ from, what, typesOnly: false });
  for (const [, before, what] of code.matchAll(/(typeof\s+)?\bimport\(\s*'([^']+)'\s*\)/g)) {
    found.push({ from, what, typesOnly: before !== undefined });
  }
  return found;
}

function resolveImport(from: string, what: string): string | null {
  const path = what.startsWith('~/') ? what.slice(2) : join(dirname(from), what).split(sep).join('/');
  const clean = path.replace(/\?.*$/, '');
  return [clean, `${clean}.ts`, `${clean}.tsx`, `${clean}/index.ts`].find((name) => known.has(name)) ?? null;
}

function packageOf(what: string): string | null {
  if (what.startsWith('.') || what.startsWith('~/')) return null;
  const parts = what.split('/');
  return what.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0];
}

function isLayerBreach(path: string): (found: Import) => boolean {
  const own = layerOf(path);
  const { layers, typesOf = [], also = [] } = wallOf(path);
  return ({ from, what, typesOnly }) => {
    const target = resolveImport(from, what);
    if (target === null || also.includes(target)) return false;
    const layer = layerOf(target);
    return layer !== own && !layers.includes(layer) && !(typesOnly && typesOf.includes(layer));
  };
}

function layerOf(path: string): string {
  return path.split('/')[0];
}

function wallOf(path: string): (typeof WALLS)[string] {
  const folder = path.split('/').slice(0, 2).join('/');
  const wall = WALLS[folder] ?? WALLS[layerOf(path)];
  if (!wall) throw new Error(`no wall is drawn around src/${path}`);
  return wall;
}

const spell = ({ from, what, typesOnly }: Import): string => `${from} → ${what}${typesOnly ? ' (types)' : ''}`;

/** Every way round, as the files in order; found by walking deep and noting what is still open. */
function cycles(): string[] {
  const targets = new Map(
    scripts.map(({ path, imports }) => [
      path,
      imports.flatMap(({ from, what }) => (packageOf(what) === null ? (resolveImport(from, what) ?? []) : [])),
    ]),
  );
  const state = new Map<string, 'open' | 'done'>();
  const found: string[] = [];
  const walk = (path: string, trail: string[]): void => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      found.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      return;
    }
    state.set(path, 'open');
    for (const target of targets.get(path) ?? []) walk(target, [...trail, path]);
    state.set(path, 'done');
  };
  for (const path of targets.keys()) walk(path, []);
  return found;
}

function isTable(path: string): boolean {
  return path.startsWith('i18n/') || basename(path) === 'holidays.ts';
}

const lineCount = (text: string): number => text.split('\n').length - 1;

function keysOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [''];
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner).map((rest) => (rest ? `${key}.${rest}` : key)));
}

function filesBelow(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}
