import { expect, test } from 'vitest';
import { nodeStandings } from '~/plan/views/nodeStanding';
import { createSmallPlan, SMALL_LINES } from '../support/smallPlan';

test('a node is compared with its own last year and its own growth, newest first', () => {
  const { document, plan, at } = createSmallPlan(SMALL_LINES, 30_000);
  const standings = nodeStandings(document, plan, { dimension: 'seller', level: 0, at: {} });
  const cid = standings.find(({ code }) => code === at({ seller: 'Cid' }).seller);
  // 24,000 in 2023 and 2024, 12,000 in 2025, the first half of 2026 like that of 2025.
  expect(cid).toMatchObject({ target: 12_000, actual: 7_000, reference: 12_000, growths: [0, -0.5, 0] });
  expect(standings.map(({ actual }) => actual).reduce<number>((sum, value) => sum + (value ?? 0), 0)).toBe(17_500);
});
