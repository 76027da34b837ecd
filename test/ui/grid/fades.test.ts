import { expect, test } from 'vitest';
import { createFades } from '~/ui/grid/fades';

const faded = (asked: number): number => {
  const fades = createFades();
  let started = 0;
  for (let i = 0; i < asked; i += 1) fades.add(() => started++);
  expect(started).toBe(0);
  fades.settle();
  fades.settle();
  return started;
};

test('a few moved cells fade once, when all are drawn; where most of them moved none does', () => {
  expect(faded(0)).toBe(0);
  expect(faded(3)).toBe(3);
  expect(faded(660)).toBe(0);
});
