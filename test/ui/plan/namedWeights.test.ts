import { expect, it } from 'vitest';
import { namedWeights } from '~/ui/pages/plan/structure/namedWeights';

it.each([
  ['线上, 线下', [1, 1]],
  ['线上=60，线下=40', [60, 40]],
  ['Online: 62.5%; Stores 37.5%', [62.5, 37.5]],
  ['线上：3、线下', [3, 0]],
  ['Area 51\nArea 52', [1, 1]],
])('%s is laid out by %j', (text, weights) => {
  expect(namedWeights(text)?.map(({ weight }) => weight)).toEqual(weights);
});

it('names keep their numbers, and nothing at all is no layout', () => {
  expect(namedWeights('Area 51, Area 52 = 7')?.map(({ name }) => name)).toEqual(['Area 51', 'Area 52']);
  for (const text of ['', ' , ', 'A=0, B=0']) expect(namedWeights(text)).toBeNull();
});
