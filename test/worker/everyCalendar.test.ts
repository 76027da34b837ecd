import { beforeAll, describe, expect, test } from 'vitest';
import type { FiscalCalendar } from '~/domain/calendar';
import type { Result } from '~/domain/result';
import type { PlanHostApi } from '~/worker/protocol';
import { must, type TestHost, testHost } from './support/host';
import { makePlan } from './support/madePlan';

const YEAR = { startMonth: 4, nameBy: 'end' } as const;
const weekRule = { weekday: 6, end: 'last' } as const;

const CALENDARS: [name: string, calendar: FiscalCalendar, fiscalYear: number, years: number][] = [
  ['weeks', { kind: 'weeks', ...YEAR, weekRule }, 2027, 1],
  ['4-4-5 over three years', { kind: 'pattern', ...YEAR, weekRule, pattern: '445' }, 2027, 3],
  ['months of two years from April', { kind: 'months', ...YEAR }, 2027, 2],
];

const EVERYWHERE = { at: {}, from: null, to: null };

/** Everything that issue 5 shows, asked once. */
const questions = (host: PlanHostApi): Record<string, () => Promise<Result<unknown>>> => ({
  nodeForecast: () => host.nodeForecast({ at: {} }, 'j1'),
  forecastEvents: () => host.forecastEvents('j2'),
  forecastTree: () => host.forecastTree({ method: 'mintShrink', depth: 1, keepLocked: true }, 'j4'),
  funnel: () => host.funnel(EVERYWHERE),
  pipelineForecast: () => host.pipelineForecast(EVERYWHERE, 'j5'),
  pipelineCover: () => host.pipelineCover({ ...EVERYWHERE, dimension: 'seller' }, 'j6'),
  challenge: () => host.challenge({ at: {}, line: 'target' }, 'j7'),
  difficulty: () => host.difficulty({ line: 'target', depth: 2, order: 'worst', verdict: null, by: 'stretch' }, 'j8'),
  simulation: () => host.simulation('j9'),
  balance: () => host.balance({ line: 'target', dimension: 'seller', by: 'chance' }, 'j10'),
  capacity: () => host.capacity(),
  letters: () => host.letters('seller'),
});

/** Another plan over the orders of the sample, opened. */
async function planWith({ host }: TestHost, calendar: FiscalCalendar, { fiscalYear = 2027, years = 1 }): Promise<void> {
  const settings = {
    name: 'other',
    currency: 'CNY' as const,
    calendar,
    fiscalYear,
    years,
    dimensions: ['region', 'seller'],
    keyCustomers: null,
    base: 'lastTwelveMonths' as const,
    target: 12_000_000_000,
    names: { pooledCustomers: 'others', defaultMember: 'default' },
  };
  must(await host.dispatch({ name: 'plan/create', settings }, null));
}

/** Every number of an answer, with the way to it. */
function numbersIn(value: unknown, path = ''): [path: string, value: number][] {
  if (typeof value === 'number') return [[path, value]];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, part]) => numbersIn(part, `${path}.${key}`));
}

describe('forecast, pipeline and challenge', () => {
  let sample: TestHost;

  beforeAll(async () => {
    sample = await testHost();
    must(await sample.host.openSample({ language: 'en', seed: 4, scale: 1 }, 'open'));
  });

  test.each(CALENDARS)('answer for a plan of %s, by finite numbers', async (_, calendar, fiscalYear, years) => {
    const { host } = sample;
    await planWith(sample, calendar, { fiscalYear, years });
    for (const [name, ask] of Object.entries(questions(host))) {
      const answer = must(await ask());
      const odd = numbersIn(answer).filter(([, value]) => !Number.isFinite(value));
      expect(odd.slice(0, 3), name).toEqual([]);
    }
    const tree = must(
      await host.difficulty({ line: 'target', depth: 2, order: 'tree', verdict: null, by: 'chance' }, 'd'),
    );
    expect(tree.whole.chance).not.toBeNull();
    expect(tree.rows.every(({ forecast }) => forecast !== null)).toBe(true);
  });

  test('say by name what is missing where nothing was sold, and break nowhere', async () => {
    const { host } = await testHost();
    await makePlan(host);
    for (const [name, ask] of Object.entries(questions(host))) {
      const answer = await ask();
      if (answer.ok)
        expect(
          numbersIn(answer.value).every(([, value]) => Number.isFinite(value)),
          name,
        ).toBe(true);
      else
        expect(
          answer.issues.map(({ code }) => code),
          name,
        ).toEqual([expect.stringMatching(/^[a-z]+\/[A-Za-z]+$/)]);
    }
  });
});
