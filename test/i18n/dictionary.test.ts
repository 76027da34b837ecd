import { describe, expect, it } from 'vitest';
import { ISSUE_CODES } from '~/domain/issue';
import { KPI_IDS, KPI_REASONS, KPI_SOURCES } from '~/domain/kpi';
import { en } from '~/i18n/en/en';
import { createTranslate, type Dictionary, placesOf } from '~/i18n/translate';
import { zhCN } from '~/i18n/zh-CN/zhCN';

const textsOf = (node: unknown, path = ''): [string, string][] =>
  typeof node === 'string'
    ? [[path, node]]
    : Object.entries(node as Record<string, unknown>).flatMap(([key, value]) =>
        textsOf(value, path === '' ? key : `${path}.${key}`),
      );

const chinese = new Map(textsOf(zhCN));
const english = new Map(textsOf(en));
const both: [string, Dictionary][] = [
  ['zh-CN', zhCN],
  ['en', en],
];

describe('the dictionaries', () => {
  it('have the same keys in both languages', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  });

  it('have no empty text', () => {
    const empty = [...chinese, ...english].filter(([, text]) => text.trim() === '').map(([key]) => key);
    expect(empty).toEqual([]);
  });

  it('have the same places to fill in both languages', () => {
    const differ = [...chinese].filter(([key, text]) => placesSet(text) !== placesSet(english.get(key) ?? ''));
    expect(differ.map(([key]) => key)).toEqual([]);
  });

  it('have no Chinese left in English and no leftover English sentence in Chinese', () => {
    expect([...english].filter(([, text]) => /[\u4e00-\u9fff]/.test(text))).toEqual([]);
    // Pinyin is how Chinese sounds, in letters.
    expect(
      [...chinese].filter(
        ([key, text]) => !key.startsWith('actionWords.') && /[A-Za-z]+ [A-Za-z]+ [A-Za-z]+/.test(text),
      ),
    ).toEqual([]);
  });

  it.each(both)('say a sentence for every issue code, KPI, reason and source in %s', (language, dictionary) => {
    const t = createTranslate(dictionary, language as 'en');
    const keys = [
      ...ISSUE_CODES.map((code) => `issue.${code}`),
      ...KPI_IDS.flatMap((id) => [`kpi.name.${id}`, `kpi.definition.${id}`]),
      ...KPI_REASONS.map((reason) => `kpi.reason.${reason}`),
      ...KPI_SOURCES.map((source) => `kpi.source.${source}`),
    ];
    expect(keys.filter((key) => t.find(key) === null)).toEqual([]);
  });
});

const placesSet = (text: string): string => [...new Set(placesOf(text))].sort().join(',');
