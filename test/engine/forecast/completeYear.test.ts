import { describe, expect, it } from 'vitest';
import { completeYear } from '~/engine/forecast/index';

describe('the expected year', () => {
  it('is closed actuals, the larger of come and forecast for the running month, and the forecast of the rest', () => {
    const behind = completeYear({ actual: [10, 20, 5, null], forecast: [9, 9, 30, 40], running: 2 });
    expect(behind).toEqual({
      total: 100,
      periods: [10, 20, 30, 40],
      origin: ['actual', 'actual', 'forecast', 'forecast'],
      actual: 35,
    });
    expect(completeYear({ actual: [10, 20, 35, null], forecast: [9, 9, 30, 40], running: 2 }).total).toBe(105);
  });

  it('is the actual alone when the year is over, and the forecast alone before it starts', () => {
    expect(completeYear({ actual: [1, 2], forecast: [7, 7], running: 2 }).total).toBe(3);
    expect(completeYear({ actual: [null, null], forecast: [7, 7], running: 0 })).toMatchObject({
      total: 14,
      actual: 0,
    });
  });

  it('is unknown while one month has neither', () => {
    const year = completeYear({ actual: [1, null, null], forecast: [null, null, 4], running: 1 });
    expect(year.total).toBeNull();
    expect(year.origin).toEqual(['actual', 'unknown', 'forecast']);
  });

  it('takes the forecast for a closed month that is unknown, and keeps returns negative', () => {
    expect(completeYear({ actual: [null, -5, null], forecast: [3, 9, 9], running: 2 }).total).toBe(7);
  });
});
