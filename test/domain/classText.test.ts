import { expect, test } from 'vitest';
import { classText } from '~/domain/classText';

const words = { '3/3': '高', '1/4': '第 1 档', mature: '成熟' };

test.each([
  ['华东 · 3/3', '华东 · 高'],
  ['mature · A', '成熟 · A'],
  ['1/4', '第 1 档'],
  ['老客户', '老客户'],
  ['9/9', '9/9'],
  ['', ''],
])('the class %s is read as %s', (text, read) => {
  expect(classText(text, words)).toBe(read);
});
