import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import {
  expectedMonetary,
  expectedPurchases,
  fitBgNbd,
  fitGammaGamma,
  fitParetoNbd,
  holdOut,
  populationMonetary,
  repeatCounts,
} from '~/engine/customers/index';
import { fitted } from './fitted';

const FILE = resolve(process.env.SALES_DATA ?? '../shared/data', 'forecast/cdnow-sample.csv.gz');
const isHere = existsSync(FILE);
if (!isHere) console.log('published customer value figures: no CDNOW sample beside the repository, not checked');

/** The sample as published: history to 1997-09-30, then 39 weeks held out; times in weeks. */
function cdnow() {
  const dayOfText = (text: string): number => Date.parse(text) / 86_400_000;
  const end = dayOfText('1997-09-30');
  const bought = new Map<string, Map<number, number>>();
  for (const line of gunzipSync(readFileSync(FILE)).toString().trim().split('\n').slice(1)) {
    const [customer, date, , amount] = line.split(',');
    const days = bought.get(customer) ?? new Map<number, number>();
    bought.set(customer, days);
    days.set(dayOfText(date), (days.get(dayOfText(date)) ?? 0) + Number(amount));
  }
  const frequency: number[] = [];
  const recency: number[] = [];
  const age: number[] = [];
  const later: number[] = [];
  const monetary: number[] = [];
  for (const days of bought.values()) {
    const all = [...days.keys()].sort((a, b) => a - b);
    const seen = all.filter((day) => day <= end);
    const repeat = seen.slice(1);
    frequency.push(repeat.length);
    recency.push((seen[seen.length - 1] - seen[0]) / 7);
    age.push((end - seen[0]) / 7);
    later.push(all.length - seen.length);
    const money = repeat.reduce((sum, day) => sum + (days.get(day) ?? 0), 0);
    monetary.push(repeat.length > 0 ? money / repeat.length : 0);
  }
  return { history: { frequency, recency, age }, later, monetary };
}

describe.skipIf(!isHere)('the CDNOW sample', () => {
  const { history, later, monetary } = isHere
    ? cdnow()
    : { history: { frequency: [], recency: [], age: [] }, later: [], monetary: [] };

  test('BG/NBD gives the published digits', () => {
    const fit = fitted(fitBgNbd(history));
    expect(fit.r).toBeCloseTo(0.2426, 4);
    expect(fit.alpha).toBeCloseTo(4.4136, 4);
    expect(fit.a).toBeCloseTo(0.7929, 4);
    expect(fit.b).toBeCloseTo(2.4259, 4);
    expect(fit.logLikelihood).toBeCloseTo(-9582.429, 3);
  });

  test('Pareto/NBD gives the published digits', () => {
    const fit = fitted(fitParetoNbd(history));
    expect(fit.r).toBeCloseTo(0.553, 3);
    expect(fit.alpha).toBeCloseTo(10.578, 3);
    expect(fit.s).toBeCloseTo(0.606, 3);
    expect(fit.beta).toBeCloseTo(11.669, 3);
    expect(fit.logLikelihood).toBeCloseTo(-9595, 1);
  });

  test('Gamma-Gamma gives the published digits, its mean included', () => {
    const fit = fitted(fitGammaGamma({ frequency: history.frequency, monetary }));
    expect(fit.p).toBeCloseTo(6.2496, 4);
    expect(fit.q).toBeCloseTo(3.7442, 4);
    expect(fit.v).toBeCloseTo(15.4435, 4);
    expect(fit.logLikelihood).toBeCloseTo(-4055.92, 2);
    expect(populationMonetary(fit)).toBeCloseTo(35.17, 2);
    const money = expectedMonetary(fit, { frequency: history.frequency, monetary });
    expect(money.every((one) => one > 0 && Number.isFinite(one))).toBe(true);
  });

  test('the customer of the published spreadsheet is expected to buy 1.226 times in 39 weeks', () => {
    const one = { frequency: [2], recency: [30.43], age: [38.86] };
    expect(expectedPurchases(fitted(fitBgNbd(history)), one, 39)[0]).toBeCloseTo(1.226, 3);
  });

  test('what comes in the 39 weeks held out is told as well as published', () => {
    const told = holdOut(fitted(fitBgNbd(history)), history, { later, horizon: 39, most: 7 });
    expect(told?.actual).toBe(1882);
    expect(Math.round(told?.predicted ?? 0)).toBe(1653);
    expect(told?.meanError).toBeCloseTo(0.785, 3);
    expect(told?.rootError).toBeCloseTo(1.61, 2);
    expect(told?.plainError).toBeCloseTo(0.897, 2);
    expect(told?.plainRootError).toBeCloseTo(1.97, 1);
    const rounded = (of: 'predicted' | 'actual') => told?.byRepeat.map((row) => Number(row[of].toFixed(2)));
    expect(rounded('predicted')).toEqual([0.23, 0.52, 1.04, 1.52, 2.16, 2.65, 3.5, 6.16]);
    expect(rounded('actual')).toEqual([0.24, 0.7, 1.39, 1.56, 2.53, 2.95, 3.86, 6.36]);
  });

  test('both models expect about as many customers per repeat count as there are', () => {
    for (const model of [fitted(fitBgNbd(history)), fitted(fitParetoNbd(history))]) {
      const { expected, actual } = repeatCounts(model, history, 7);
      expect(Array.from(actual)).toEqual([1411, 439, 214, 100, 62, 38, 29, 64]);
      expect(expected.reduce((sum, one) => sum + one, 0)).toBeCloseTo(2357, 6);
      for (let x = 0; x < 8; x++) expect(Math.abs(expected[x] - actual[x])).toBeLessThan(0.12 * actual[x] + 6);
    }
  });
});
