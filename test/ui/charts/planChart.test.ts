import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChartPart, PlanChart } from '~/domain/range';
import { cumulativeShares } from '~/ui/charts/cumulativeShares';
import { planChartOption } from '~/ui/charts/planChartOption';
import { waterfallSteps } from '~/ui/charts/waterfallSteps';
import { COLOUR_TOKENS, type Tokens } from '~/ui/style/tokens';

const tokens = {
  ...Object.fromEntries(COLOUR_TOKENS.map((name) => [name, '#102030'])),
  font: 'font',
} as Tokens;

const part = (id: string, target: number | null): ChartPart => ({ id, label: id, target, lastYear: null });

const words = {
  target: 'Target',
  lastYear: 'Last year',
  name: ({ label }: ChartPart) => label,
  money: String,
  axis: String,
  change: String,
  percent: (share: number | null) => (share === null ? '–' : `${Math.round(share * 100)}%`),
};

test('every step of a waterfall begins where the one before ended', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1000 }), fc.array(fc.integer({ min: -300, max: 300 })), (start, changes) => {
      const end = changes.reduce((sum, change) => sum + change, start);
      const parts = [
        part('lastYear', start),
        ...changes.map((change, i) => part(`s${i}`, change)),
        part('target', end),
      ];
      let level = start;
      waterfallSteps(parts)
        .slice(1, -1)
        .forEach(({ kind, base, height, top }, i) => {
          const next = level + changes[i];
          expect([base, height, top]).toEqual([Math.min(level, next), Math.abs(changes[i]), Math.max(level, next)]);
          expect(kind).toBe(changes[i] < 0 ? 'fall' : 'rise');
          level = next;
        });
      expect(level).toBe(end);
    }),
    { seed: 7, numRuns: 200 },
  );
});

test('cumulative shares rise to the whole; blanks add nothing, and nothing has no shares', () => {
  expect(cumulativeShares([50, null, 30, 20])).toEqual([0.5, 0.5, 0.8, 1]);
  expect(cumulativeShares([0, null])).toEqual([null, null]);
  expect(cumulativeShares([])).toEqual([]);
});

test('every bar and tile that stands for a row keeps its id, so that a click finds the row', () => {
  const parts = [part('region:1', 60), part('region:2', 40)];
  for (const kind of ['season', 'treemap', 'pareto'] as const) {
    const chart: PlanChart = { kind, label: '', target: 100, lastYear: null, partial: false, parts };
    const option = planChartOption(chart, { words, tokens });
    const series = Array.isArray(option.series) ? option.series : [];
    const ids = series.flatMap(({ data }) =>
      (Array.isArray(data) ? data : []).flatMap((one) =>
        typeof one === 'object' && one !== null && 'id' in one ? [one.id] : [],
      ),
    );
    expect(ids).toEqual(['region:1', 'region:2']);
  }
});

test('a blank is left out of the picture, not drawn as 0', () => {
  const chart: PlanChart = {
    kind: 'season',
    label: '',
    target: 5,
    lastYear: null,
    partial: false,
    parts: [part('2027-01', 5), part('2027-02', null)],
  };
  const option = planChartOption(chart, { words, tokens });
  const [bars] = Array.isArray(option.series) ? option.series : [];
  expect((bars.data as { value: unknown }[]).map(({ value }) => value)).toEqual([5, '-']);
});
