import { describe, expect, it } from 'vitest';
import { SOURCE_KINDS } from '~/domain/source';
import { SOURCES } from '~/domain/sourceTable';
import { guessMapping } from '~/exchange/mapping/guessMapping';
import { guessKinds } from '~/exchange/sources/guessKinds';
import { matchFields } from '~/exchange/sources/matchFields';
import { openTables } from '~/exchange/sources/openTables';
import { templateBook } from '~/exchange/workbook/templateBook';
import { en } from '~/i18n/en/en';
import { templateWords } from '~/i18n/templateWords';
import { createTranslate } from '~/i18n/translate';
import { zhCN } from '~/i18n/zh-CN/zhCN';

const LANGUAGES = [createTranslate(zhCN, 'zh-CN'), createTranslate(en, 'en')];

describe.each(LANGUAGES)('a template in $language', (t) => {
  describe.each(['xlsx', 'csv'] as const)('as %s', (as) => {
    it.each(SOURCE_KINDS)('of %s is taken back as that very kind, every column as its field', async (kind) => {
      const words = templateWords(t, kind);
      const bytes = await templateBook({ kind, words, as });
      const opened = await openTables(bytes, { name: `${words.file}.${as}`, size: bytes.length });
      if (!opened.ok) throw new Error(JSON.stringify(opened.issues));
      const [filled, ...help] = opened.value.map(({ table }) => table);
      const heads = SOURCES[kind].fields.map(({ id }) => words.heads[id]);
      expect(filled.headers).toEqual(heads);
      expect(filled.rows).toBe(1);
      const { headers, sample, file, sheet } = filled;
      const guess = guessKinds({ headers, sample, file, sheet });
      expect(guess.kinds).toEqual([kind]);
      expect(guess.certainty).not.toBe('none');
      const expected = Object.fromEntries(SOURCES[kind].fields.map(({ id }) => [id, words.heads[id]]));
      const fields =
        kind === 'orders'
          ? Object.fromEntries(guessMapping(headers, sample).columns.map(({ field, column }) => [field, column]))
          : matchFields(kind, headers, sample).fields;
      expect(fields).toEqual(expected);
      for (const table of help) expect(guessKinds({ ...table, file, sheet: table.sheet }).isNote).toBe(true);
    });
  });
});
