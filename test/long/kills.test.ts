import { describe, expect, inject, test } from 'vitest';
import { killLoop } from '../journeys/support/killLoop';

const KILLS = Number(process.env.KILLS ?? 60);

describe('the browser is killed', () => {
  test(`${KILLS} times while somebody types, and no edit that was called saved is lost or torn`, async () => {
    const report = await killLoop({ url: inject('appUrl'), kills: KILLS, seed: 17 });
    console.log(JSON.stringify({ ...report, saveMs: spread(report.saveMs), openMs: spread(report.openMs) }));
    expect(report.kills).toBe(KILLS);
    expect(report.acknowledged).toBeGreaterThan(KILLS);
    expect([report.lost, report.torn]).toEqual([[], []]);
  });

  test('and this test notices an app that calls an edit saved too early', async () => {
    const report = await killLoop({ url: inject('appUrl'), kills: 12, seed: 5, tooEarly: true });
    expect(report.lost.length).toBeGreaterThan(0);
    expect(report.torn).toEqual([]);
  });
});

function spread(values: number[]): { median: number; p95: number } {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: sorted[Math.floor(sorted.length / 2)], p95: sorted[Math.floor(sorted.length * 0.95)] };
}
