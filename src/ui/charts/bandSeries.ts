import type { ChartSeries } from './chartOption';

/** A month on the scale, and the range above it. */
export interface BandPoint {
  x: number;
  lower: number;
  upper: number;
}

/** The area between two lines, as two stacked ones: an unseen floor and what lies on it. */
export function bandSeries(
  points: readonly BandPoint[],
  { name, colour, opacity }: { name: string; colour: string; opacity: number },
): ChartSeries[] {
  const quiet = {
    type: 'line',
    stack: name,
    stackStrategy: 'all',
    symbol: 'none',
    silent: true,
    lineStyle: { width: 0, opacity: 0 },
    emphasis: { disabled: true },
  } as const;
  return [
    { ...quiet, name: `${name} low`, data: points.map(({ x, lower }) => [x, lower]) },
    {
      ...quiet,
      name: `${name} high`,
      areaStyle: { color: colour, opacity },
      data: points.map(({ x, lower, upper }) => [x, upper - lower]),
    },
  ];
}
