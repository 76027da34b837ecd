import { describe, expect, test } from 'vitest';
import { columnKey, WORKING_TARGET } from '~/domain/plan';
import { canonicalBytes } from '~/plan/canonical';
import { copyDocument } from '~/plan/copyDocument';
import { openedPlan } from '~/plan/document';
import type { ForecastDraft } from '~/plan/outlooks/forecastDraft';
import { replay } from '~/plan/replay';
import { runCommand } from '~/plan/run';
import { totalsAt } from '../support/shapePlan';
import { createSmallPlan } from '../support/smallPlan';
import { day } from '../support/smallWorkspace';

const small = createSmallPlan();

/** North 1,501 and South 1,000 a month, the first six of which are over. */
function draftOf(changes: Partial<ForecastDraft> = {}): ForecastDraft {
  const { plan, at } = small;
  const amounts = [1501, 1000].flatMap((amount) => new Array<number>(12).fill(amount));
  return {
    plan: plan.id,
    generation: plan.generation,
    depth: 1,
    periods: plan.periods.map(({ id }) => id),
    firstOpen: 6,
    ats: [at({ region: 'North' }), at({ region: 'South' })],
    amount: Float64Array.from(amounts),
    ...changes,
  };
}

function take(draft: ForecastDraft | null, title = 'Forecast') {
  const document = copyDocument(small.document);
  const context = {
    today: day('2026-07-16'),
    now: '2026-07-16T08:00:00',
    seq: 90,
    batchOf: () => null,
    forecastOf: () => draft,
  };
  const before = canonicalBytes(document);
  const applied = runCommand(document, { name: 'forecast/toScenario', draft: 'd', title }, context);
  return { document, applied, before };
}

/** The sum of the new scenario's target per period at an address. */
function totals(taken: ReturnType<typeof take>, names: Record<string, string>): number[] {
  const scenario = openedPlan(taken.document)?.scenarios.at(-1) ?? '';
  const key = columnKey({ ...WORKING_TARGET, scenario });
  return totalsAt({ ...small, document: taken.document }, small.at(names), key);
}

describe('a forecast as a scenario', () => {
  test('holds every node’s amount to the minor unit, on lines by what they sold', () => {
    const taken = take(draftOf());
    if (!taken.applied.ok) throw new Error(JSON.stringify(taken.applied.issues));
    expect(totals(taken, {})).toEqual(new Array(12).fill(2501));
    expect(totals(taken, { region: 'North' })).toEqual(new Array(12).fill(1501));
    // Ann sells two thirds of North: 1,000 of 1,500, and the odd unit by largest remainder.
    expect(totals(taken, { seller: 'Ann' })).toEqual(new Array(12).fill(1001));
    expect(totals(taken, { seller: 'Bob' })).toEqual(new Array(12).fill(500));
    expect(taken.applied.value.outcome.effect.after).toBe(12 * 2501);
  });

  test('leaves the plan itself as it was, and undo takes all of it back', () => {
    const taken = take(draftOf());
    if (!taken.applied.ok) throw new Error(JSON.stringify(taken.applied.issues));
    const own = { ...small, document: taken.document };
    expect(totalsAt(own, {})).toEqual(totalsAt(small, {}));
    const after = canonicalBytes(taken.document);
    replay(taken.document, taken.applied.value.change, { direction: 'back', segments: new Map() });
    expect(canonicalBytes(taken.document)).toEqual(taken.before);
    replay(taken.document, taken.applied.value.change, { direction: 'forward', segments: new Map() });
    expect(canonicalBytes(taken.document)).toEqual(after);
  });

  test('is blank where nothing is known, which is not 0', () => {
    const amount = draftOf().amount.fill(Number.NaN, 12, 15);
    const taken = take(draftOf({ amount }));
    expect(taken.applied.ok && taken.applied.value.outcome.effect.leaves).toBe(12 * 3 - 3);
    expect(totals(taken, { region: 'South' }).slice(0, 4)).toEqual([0, 0, 0, 1000]);
  });

  test('is refused where it is kept no longer, was made for another shape, or has no free name', () => {
    const codes = (draft: ForecastDraft | null, title?: string) => {
      const { applied, document, before } = take(draft, title);
      expect(canonicalBytes(document)).toEqual(before);
      return applied.ok ? [] : applied.issues.map(({ code }) => code);
    };
    expect(codes(null)).toEqual(['forecast/draftGone']);
    expect(codes(draftOf({ generation: 99 }))).toEqual(['forecast/draftGone']);
    expect(codes(draftOf({ plan: 'other' }))).toEqual(['forecast/draftGone']);
    expect(codes(draftOf(), ' ')).toEqual(['scenario/duplicate']);
  });
});
