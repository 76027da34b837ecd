import { describe, expect, it } from 'vitest';
import { SOURCE_KINDS, type SourceKind } from '~/domain/source';
import { SOURCES } from '~/domain/sourceTable';
import { readBook } from '~/exchange/workbook/readBook';
import { templateBook } from '~/exchange/workbook/templateBook';
import { en } from '~/i18n/en/en';
import { templateWords } from '~/i18n/templateWords';
import { createTranslate } from '~/i18n/translate';
import { zhCN } from '~/i18n/zh-CN/zhCN';
import { partTexts } from './partTexts';

const LANGUAGES = [createTranslate(zhCN, 'zh-CN'), createTranslate(en, 'en')];
const wordsOf = (kind: SourceKind) => LANGUAGES.map((t) => templateWords(t, kind));

describe('the template of every kind', () => {
  it.each(SOURCE_KINDS)('%s has a head of its own for every column, in both languages', (kind) => {
    for (const words of wordsOf(kind)) {
      const heads = SOURCES[kind].fields.map(({ id }) => words.heads[id]);
      expect(heads.every((head) => head.length > 0)).toBe(true);
      expect(new Set(heads).size).toBe(heads.length);
    }
  });

  it.each(SOURCE_KINDS)('%s shows an example of every column that must be there', (kind) => {
    for (const words of wordsOf(kind)) {
      const missing = SOURCES[kind].fields.filter(({ id, required }) => required && !words.examples[id]);
      expect(missing).toEqual([]);
    }
  });

  it.each(SOURCE_KINDS)(
    '%s reads back as its heads and its example, days as days and amounts as numbers',
    async (kind) => {
      for (const words of wordsOf(kind)) {
        const read = await readBook(await templateBook({ kind, words, as: 'xlsx' }));
        if (!read.ok) throw new Error(JSON.stringify(read.issues));
        expect(read.value.map(({ name }) => name)).toEqual([words.sheet, words.help]);
        const { fields } = SOURCES[kind];
        const [heads, example, ...more] = read.value[0].rows;
        expect(heads).toEqual(fields.map(({ id }) => words.heads[id]));
        expect(more).toEqual([]);
        fields.forEach(({ id, type }, column) => {
          const cell = example[column] ?? null;
          if (!words.examples[id]) expect(cell).toBeNull();
          else if (type === 'day') expect(cell).toEqual({ serial: expect.any(Number) });
          else if (['amount', 'quantity', 'number', 'percent'].includes(type)) expect(Number.isFinite(cell)).toBe(true);
          else expect(cell).toBe(words.examples[id]);
        });
      }
    },
  );

  it('is the same file for the same words', async () => {
    const [words] = wordsOf('visits');
    expect(await templateBook({ kind: 'visits', words, as: 'xlsx' })).toEqual(
      await templateBook({ kind: 'visits', words, as: 'xlsx' }),
    );
  });

  it('offers the words of a choice as a list, keeps the head in view and explains every column', async () => {
    const [words] = wordsOf('opportunities');
    const parts = await partTexts(await templateBook({ kind: 'opportunities', words, as: 'xlsx' }));
    const sheet = parts.get('xl/worksheets/sheet1.xml') ?? '';
    expect(sheet).toContain('<dataValidation');
    expect(sheet).toContain('进行中,赢单,输单');
    expect(sheet).toContain('state="frozen"');
    const help = await readBook(await templateBook({ kind: 'opportunities', words, as: 'xlsx' }), {
      sheet: words.help,
    });
    expect(help.ok && help.value[0].rows.length).toBe(SOURCES.opportunities.fields.length + 1);
  });

  it('as CSV has a byte order mark, two lines, and nothing a spreadsheet would run', async () => {
    for (const kind of SOURCE_KINDS) {
      for (const words of wordsOf(kind)) {
        const hostile = { ...words, examples: { ...words.examples, [SOURCES[kind].fields[0].id]: '=1+1' } };
        const bytes = await templateBook({ kind, words: hostile, as: 'csv' });
        expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
        const lines = new TextDecoder().decode(bytes).split('\r\n');
        expect(lines).toHaveLength(3);
        expect(lines[1].startsWith("'=1+1")).toBe(true);
      }
    }
  });
});
