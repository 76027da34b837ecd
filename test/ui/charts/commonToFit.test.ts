import { expect, test } from 'vitest';
import { commonToFit } from '~/ui/charts/commonToFit';

type Given = Parameters<typeof commonToFit>[0];
const given = (half: number, common: number, forecast: number | null): Given =>
  ({
    forecast: forecast === null ? null : { mean: 1000, lower: 1000 - forecast, upper: 1000 + forecast },
    head: { total: { mean: 1000, p10: 1000 - half, p90: 1000 + half }, rule: { common } },
  }) as unknown as Given;

test('a forecast of the whole as wide as the simulated years asks for nothing', () => {
  expect(commonToFit(given(200, 0.1, 200))).toBeNull();
  expect(commonToFit(given(200, 0.1, 150))).toBeNull();
  expect(commonToFit(given(200, 0.1, null))).toBeNull();
});

test('what is missing is added to the market as independent parts add up', () => {
  const sigma = (half: number) => half / 1.28155 / 1000;
  const own = Math.hypot(sigma(200), Math.sqrt(0.3 ** 2 - 0.1 ** 2));
  expect(commonToFit(given(200, 0.1, own * 1.28155 * 1000))).toBeCloseTo(0.3, 4);
});
