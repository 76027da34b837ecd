import { expect, test } from 'vitest';
import { sayAmount } from '~/i18n/displayUnits';
import { en } from '~/i18n/en/en';
import { createTranslate } from '~/i18n/translate';
import { zhCN } from '~/i18n/zh-CN/zhCN';

test('a sum in a sentence stands with its unit the way people write it', () => {
  const english = createTranslate(en, 'en');
  const chinese = createTranslate(zhCN, 'zh-CN');
  expect(sayAmount(english, '1,216', { unit: 'thousand', currency: 'USD' })).toBe('$ 1,216 k');
  expect(sayAmount(english, '1,216', { unit: 'one', currency: 'USD' })).toBe('$ 1,216');
  expect(sayAmount(chinese, '1,216', { unit: 'tenThousand', currency: 'CNY' })).toBe('1,216 万元');
});
