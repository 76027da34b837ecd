import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type CompetitionSeries, overallWeightedAverage } from '../../bench/overallWeightedAverage';

const root = process.env.SALES_DATA ?? join(import.meta.dirname, '../../../../shared/data');
const file = join(root, 'forecast/comp-dev.json.gz');
const present = existsSync(file);
if (!present) console.log('competition series absent: accuracy is checked on made-up series only');

describe.skipIf(!present)('competition series', () => {
  it('a quarter of them is forecast better than Naive2 by more than an eighth, with honest ranges', () => {
    const whole = JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) as { series: CompetitionSeries[] };
    const score = overallWeightedAverage(whole.series.filter((_, i) => i % 4 === 1));
    expect(Object.keys(score.groups)).toHaveLength(6);
    expect(score.mean).toBeLessThan(0.865);
    expect(score.coverage).toBeGreaterThan(0.93);
    expect(score.coverage).toBeLessThan(0.97);
  });
});
