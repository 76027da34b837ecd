import { expect, test } from 'vitest';
import { tierOfText } from '~/plan/customers/tierOfText';

test.each([
  ['A', 'A'],
  [' b ', 'B'],
  ['Ｃ', 'C'],
  ['高', 'A'],
  ['中级', 'B'],
  ['低等级客户', 'C'],
  ['A类', 'A'],
  ['B级客户', 'B'],
  ['客户等级C', 'C'],
  ['High', 'A'],
  ['medium', 'B'],
  ['low tier', 'C'],
  ['Tier A', 'A'],
])('a price list that says %s means tier %s', (text, tier) => {
  expect(tierOfText(text)).toBe(tier);
});

test('a blank cell is a price for everybody, an unknown word one for nobody', () => {
  expect(tierOfText('  ')).toBe('');
  expect(['A', 'B', 'C', '']).not.toContain(tierOfText('经销商'));
  expect(['A', 'B', 'C', '']).not.toContain(tierOfText('D'));
});
