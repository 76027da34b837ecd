import { execFile, execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** By default LibreOffice trusts the cached values of an .xlsx file and a check proves nothing: 0 = always recalculate. */
const ALWAYS_RECALCULATE = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

/** @returns {string | null} How LibreOffice is called here, null where it is not installed. */
export function findOffice() {
  for (const name of ['soffice', 'libreoffice']) {
    try {
      execFileSync(name, ['--version'], { stdio: 'ignore' });
      return name;
    } catch {
      // not under this name
    }
  }
  return null;
}

/**
 * Opens workbooks in LibreOffice with forced recalculation and saves them again: what comes back carries the values that
 * LibreOffice worked out. One private profile in a temporary folder, gone afterwards; several files share one start.
 * @param {string} office from `findOffice`
 * @param {readonly Uint8Array[]} workbooks
 * @returns {Promise<Uint8Array[]>}
 */
export async function recalculate(office, workbooks) {
  const folder = await mkdtemp(join(tmpdir(), 'recalculate-'));
  try {
    const profile = join(folder, 'profile');
    const out = join(folder, 'out');
    await mkdir(join(profile, 'user'), { recursive: true });
    await mkdir(out);
    await writeFile(join(profile, 'user', 'registrymodifications.xcu'), ALWAYS_RECALCULATE);
    const names = workbooks.map((_, i) => `book${i}.xlsx`);
    await Promise.all(workbooks.map((bytes, i) => writeFile(join(folder, names[i]), bytes)));
    await run(
      office,
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        '--headless',
        '--norestore',
        '--convert-to',
        'xlsx',
        '--outdir',
        out,
        ...names.map((name) => join(folder, name)),
      ],
      { timeout: 120_000 },
    );
    return await Promise.all(names.map(async (name) => new Uint8Array(await readFile(join(out, name)))));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
