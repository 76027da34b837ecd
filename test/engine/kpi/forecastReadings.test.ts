import { describe, expect, test } from 'vitest';
import { monthPeriodAt } from '~/domain/period';
import { forecastAccuracy, forecastBias } from '~/engine/kpi/forecastReadings';
import type { Scene } from '~/engine/kpi/scene';
import type { KeptSource } from '~/engine/kpi/sourceFacts';

const MAY = (2027 - 1970) * 12 + 4;

/** [month, months ahead, forecast, actual] */
const source = (rows: [number, number, number, number][]): KeptSource => ({
  asOf: monthPeriodAt(MAY).to,
  day: rows.map(([month]) => monthPeriodAt(month).from),
  ahead: rows.map(([, ahead]) => ahead),
  forecast: rows.map(([, , forecast]) => forecast),
  actual: rows.map(([, , , actual]) => actual),
});
const scene = (kept: KeptSource | undefined, more: Partial<Scene> = {}): Scene =>
  ({
    input: { sources: { has: {}, kept } },
    from: monthPeriodAt(MAY).from,
    to: monthPeriodAt(MAY).to,
    month: MAY,
    months: 1,
    running: false,
    ...more,
  }) as unknown as Scene;

describe('the accuracy of kept forecasts', () => {
  test('is what was foretold a month ahead, with three months ahead beside it', () => {
    const reading = forecastAccuracy(
      scene(
        source([
          [MAY, 1, 90, 100],
          [MAY, 3, 60, 100],
          [MAY - 1, 1, 0, 100],
        ]),
      ),
    );
    expect(reading).toMatchObject({ value: 0.9, numerator: 90, denominator: 100, beside: { threeAhead: 0.6 } });
  });

  test('is below zero where more was missed than came, and blank where nothing was kept of the period', () => {
    expect(forecastAccuracy(scene(source([[MAY, 1, 350, 100]]))).value).toBe(-1.5);
    expect(forecastAccuracy(scene(source([[MAY, 2, 100, 100]])))).toMatchObject({ value: null, reason: 'noCases' });
    expect(forecastAccuracy(scene(undefined))).toMatchObject({ value: null, reason: 'noSource' });
  });
});

describe('the bias of kept forecasts', () => {
  test('looks at the six months to the end of the period: misses of both sides cancel out', () => {
    const rows = source([
      [MAY, 1, 120, 100],
      [MAY - 5, 1, 90, 100],
      [MAY - 6, 1, 900, 100],
      [MAY, 3, 500, 100],
    ]);
    expect(forecastBias(scene(rows)).value).toBeCloseTo(0.05);
  });
});
