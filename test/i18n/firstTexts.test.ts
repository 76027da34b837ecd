import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { first as enFirst } from '~/i18n/en/first';
import { pages as enPages } from '~/i18n/en/pages';
import { createTranslate, type FirstTexts, type PageTexts } from '~/i18n/translate';
import { first as zhFirst } from '~/i18n/zh-CN/first';
import { pages as zhPages } from '~/i18n/zh-CN/pages';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));

/** What comes with the first screen: the frame, and the pages that do not wait for the other words. */
const ENTRIES = [
  'main.tsx',
  'ui/pages/start/StartPage.tsx',
  'ui/pages/home/HomePage.tsx',
  'ui/pages/plan/PlanPage.tsx',
  'ui/grid/PlanGrid.tsx',
];

/** Looked up only where the sheet's own names have none. */
const EXCEPTED = new Set(['ui/components/dimensionName.ts']);

/** Static imports only: what is imported when it is wanted waits for all words. */
function reached(entries: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    const code = readFileSync(join(SRC, path), 'utf8');
    for (const [, to] of code.matchAll(/^(?:import|export) (?!type )[^;]*?from '((?:\.|~\/)[^']+)';/gms)) {
      const base = to.startsWith('~/') ? to.slice(2) : join(dirname(path), to);
      const file = [base, `${base}.ts`, `${base}.tsx`].find((one) => /\.tsx?$/.test(one) && existsSync(join(SRC, one)));
      if (file) visit(file);
    }
  };
  entries.forEach(visit);
  return seen;
}

const files = reached(ENTRIES);
const late = new RegExp(`['"\`](?:${Object.keys(zhPages).join('|')})\\.[\\w$]+`, 'g');
const textOf = (path: string): string => readFileSync(join(SRC, path), 'utf8').replace(/^import .*$/gm, '');

describe('the words of the first screen', () => {
  it('are all that the first pages and the frame say', () => {
    const said = [...files]
      .filter((path) => path.startsWith('ui/') && !EXCEPTED.has(path))
      .flatMap((path) => (textOf(path).match(late) ?? []).map((key) => `${path}: ${key}`));
    expect(files.size).toBeGreaterThan(100);
    expect(said).toEqual([]);
  });

  it('name every dimension that the other words name as a field', () => {
    const dimensions =
      'customer sector product series category seller manager office region settlementMethod salesMode';
    const t = createTranslate(zhFirst as FirstTexts, 'zh-CN');
    expect(dimensions.split(' ').filter((id) => t.find(`plan.dimension.${id}`) === null)).toEqual([]);
  });

  it('share no subject with the others, and are learnt without changing what is known', () => {
    for (const [first, pages, language] of [
      [zhFirst as FirstTexts, zhPages as PageTexts, 'zh-CN'],
      [enFirst, enPages, 'en'],
    ] as const) {
      expect(Object.keys(pages).filter((subject) => subject in first)).toEqual([]);
      const t = createTranslate(first, language);
      const before = t.find('plan.totalRow');
      expect(t.find('kpi.title')).toBeNull();
      t.learn(pages);
      expect(t.find('kpi.title')).toBe(pages.kpi.title);
      expect(t.find('plan.totalRow')).toBe(before);
    }
  });
});
