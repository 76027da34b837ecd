import { expect } from 'vitest';
import type { IssueCode } from '~/domain/issue';
import type { Traveller } from '../support/traveller';

const text = (content: string) => Buffer.from(content, 'utf8');

const REFUSED: { name: string; buffer: Buffer; code: Extract<IssueCode, `import/${string}`> }[] = [
  { name: 'empty.csv', buffer: text(''), code: 'import/emptyFile' },
  { name: 'header.csv', buffer: text('date,customer,amount\n'), code: 'import/headerOnly' },
  {
    name: 'picture.csv',
    buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 0, 1, 2]),
    code: 'import/binaryFile',
  },
];

/** One row of three can be kept: an impossible date, a word for an amount; two columns of one name, one called as a prototype. */
const MESSY = [
  'date,customer,amount,note,note,__proto__',
  '2026-01-05,Ann,100.50,a,b,c',
  '2026-02-30,Bob,200,a,b,c',
  '2026-03-01,Cid,many,a,b,c',
].join('\n');

/** Files that cannot be read are named with the reason; rows that do not fit are counted; leaving keeps nothing. */
export async function refuseBadFiles(traveller: Traveller): Promise<void> {
  const { page, t, button } = traveller;
  await button(t('start.importButton')).click();
  await traveller.arrived('import');
  for (const { name, buffer, code } of REFUSED) {
    await page.locator('input[type=file]').setInputFiles([{ name, mimeType: 'text/csv', buffer }]);
    await page
      .getByRole('alert')
      .filter({ hasText: t(`issue.${code}`) })
      .waitFor();
    expect(await page.getByRole('alert').innerText()).toContain(name);
  }
  await traveller.look('import-refused');
  for (const { name } of REFUSED) await button(t('import.removeFile', { name })).click();

  await page
    .locator('input[type=file]')
    .setInputFiles([{ name: 'messy.csv', mimeType: 'text/csv', buffer: text(MESSY) }]);
  await button(t('import.importRows', { n: 1 })).waitFor();
  const said = await page.getByRole('main').innerText();
  for (const code of ['import/badDate', 'import/badNumber', 'import/duplicateHeader'] as const) {
    expect(said).toContain(t(`issue.${code}`));
  }
  expect(said).toContain('__proto__');
  expect(said).toContain(t('import.barSum', { kept: 1, reported: 2, rowsIn: 3 }));
  await traveller.look('import-messy');

  // Leaving without a word: nothing was made.
  await page.goto(traveller.url);
  await button(t('start.importButton')).waitFor();
  expect(await page.getByText(t('start.workspaces')).count()).toBe(0);
}
