import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const PERMITTED = [
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'MPL-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
];
/** Browser tables that a build tool reads; nothing of it is shipped. */
const EXCEPTIONS: Record<string, string> = { 'caniuse-lite': 'CC-BY-4.0' };

interface Locked {
  version?: string;
  license?: string;
  dev?: boolean;
  hasInstallScript?: boolean;
  optional?: boolean;
}

const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked> };
const packages = Object.entries(lock.packages)
  .filter(([path]) => path !== '')
  .map(([path, locked]) => {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
    return { path, name, ...locked, license: licenceOf(path, locked) };
  });

describe('the packages', () => {
  test('are all under a permissive licence', () => {
    const refused = packages.filter(({ name, license }) => !isPermitted(license) && EXCEPTIONS[name] !== license);
    expect(refused.map(({ name, version, license }) => `${name}@${version}: ${license}`)).toEqual([]);
  });

  test('that are exceptions are needed for building only', () => {
    expect(packages.filter(({ name, dev }) => name in EXCEPTIONS && !dev)).toEqual([]);
  });

  test('bring no copyleft, no paid grid and no abandoned workbook reader', () => {
    const unwanted = /^(ag-grid-enterprise|@ag-grid-enterprise\/.*|hyperformula|handsontable|xlsx)$/;
    expect(packages.filter(({ name }) => unwanted.test(name)).map(({ name }) => name)).toEqual([]);
    expect(packages.filter(({ license }) => /GPL/i.test(license)).map(({ name }) => name)).toEqual([]);
  });

  test('run nothing when they are installed, apart from optional ones', () => {
    expect(packages.filter((found) => found.hasInstallScript && !found.optional).map(({ name }) => name)).toEqual([]);
  });

  test('are pinned to one version each where we name them', () => {
    const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<
      string,
      Record<string, string>
    >;
    const named = { ...manifest.dependencies, ...manifest.devDependencies };
    expect(Object.entries(named).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  test('are locked without an address: any mirror of the packages will do', () => {
    const lock = readFileSync(join(ROOT, 'package-lock.json'), 'utf8');
    expect([...lock.matchAll(/"resolved": "https?:/g)]).toEqual([]);
  });
});

/** The lock file names most licences; where it does not, the installed package does. */
function licenceOf(path: string, locked: Locked): string {
  if (locked.license) return locked.license;
  const manifest = join(ROOT, path, 'package.json');
  if (!existsSync(manifest)) return locked.optional ? 'MIT' : 'unknown';
  const { license, licenses } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    license?: string | { type: string };
    licenses?: { type: string }[];
  };
  const named =
    typeof license === 'string' ? license : (license?.type ?? licenses?.map(({ type }) => type).join(' AND '));
  return named || licenceFile(join(ROOT, path));
}

function licenceFile(folder: string): string {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  const text = file ? readFileSync(join(folder, file), 'utf8') : '';
  return /MIT License|Permission is hereby granted, free of charge/.test(text) ? 'MIT' : 'unknown';
}

/** Of alternatives one must be permitted, of parts all. */
function isPermitted(licence: string): boolean {
  return licence
    .replace(/[()]/g, '')
    .split(/\s+OR\s+/i)
    .some((choice) => choice.split(/\s+AND\s+/i).every((part) => PERMITTED.includes(part.trim())));
}
