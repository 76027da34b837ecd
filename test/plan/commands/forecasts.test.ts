import { describe, expect, test } from 'vitest';
import type { Command } from '~/domain/command';
import type { ForecastEvent } from '~/domain/forecast';
import { canonicalBytes } from '~/plan/canonical';
import { replay } from '~/plan/replay';
import { runCommand } from '~/plan/run';
import { createSmallPlan } from '../support/smallPlan';
import { day } from '../support/smallWorkspace';

const context = (seq: number) => ({ today: day('2026-07-16'), now: '2026-07-16T08:00:00', seq, batchOf: () => null });
const TODAY = '2026-07-16';

const OUTLIER: ForecastEvent = {
  id: '',
  kind: 'outlier',
  at: {},
  title: '',
  from: '2026-03',
  to: '2026-03',
  decision: 'adjust',
  lift: null,
};
const PROMOTION: ForecastEvent = { ...OUTLIER, kind: 'promotion', title: ' March ', to: '2026-04', lift: 0.3 };

const refusal = (command: Command) => {
  const done = runCommand(createSmallPlan().document, command, context(90));
  return done.ok ? 'done' : done.issues[0].code;
};
const setEvents = (...events: ForecastEvent[]): Command => ({ name: 'forecast/setEvents', events });

describe('months that are not like others', () => {
  test('several are marked in one step, and undo takes all of them back, byte for byte', () => {
    const { document } = createSmallPlan();
    const before = canonicalBytes(document);
    const done = runCommand(document, setEvents(OUTLIER, PROMOTION), context(90));
    if (!done.ok) throw new Error('refused');
    expect([...document.records.forecastEvent.values()].map(({ title }) => title)).toEqual(['', 'March']);
    replay(document, done.value.change, { direction: 'back', segments: new Map() });
    expect(Buffer.compare(canonicalBytes(document), before)).toBe(0);
  });

  test('a month is decided on once: the newer word takes the place of the older', () => {
    const small = createSmallPlan();
    small.run(setEvents(OUTLIER));
    small.run(setEvents({ ...OUTLIER, decision: 'keep' }));
    expect([...small.document.records.forecastEvent.values()].map(({ decision }) => decision)).toEqual(['keep']);
  });

  test.each([
    ['forecast/months', { ...OUTLIER, from: '2026-13' }],
    ['forecast/months', { ...OUTLIER, to: '2026-02' }],
    ['forecast/noTitle', { ...PROMOTION, title: ' ' }],
    ['forecast/lift', { ...PROMOTION, lift: -1 }],
    ['member/unknown', { ...OUTLIER, at: { product: 4000 } }],
    ['forecast/unknown', { ...OUTLIER, id: 'gone' }],
  ])('what cannot be is refused by name: %s', (code, event) => {
    expect(refusal(setEvents(event))).toBe(code);
  });
});

describe('what a person expects instead', () => {
  const put = (month: string, amount: number | null, why = 'a big order'): Command => ({
    name: 'forecast/setOverrides',
    at: {},
    months: [{ month, amount }],
    why,
  });

  test('an amount needs a reason; taking one away does not', () => {
    expect(refusal(put('2026-08', 100, ' '))).toBe('reason/needed');
    const small = createSmallPlan();
    small.run(put('2026-08', 100));
    small.run(put('2026-08', null, ''));
    expect(small.document.records.forecastOverride.size).toBe(0);
  });

  test('a month has one amount: the next one takes its place and undo gives the former back', () => {
    const small = createSmallPlan();
    small.run(put('2026-08', 100));
    const before = canonicalBytes(small.document);
    const done = runCommand(small.document, put('2026-08', 250), context(99));
    if (!done.ok) throw new Error('refused');
    expect([...small.document.records.forecastOverride.values()].map(({ amount }) => amount)).toEqual([250]);
    replay(small.document, done.value.change, { direction: 'back', segments: new Map() });
    expect(Buffer.compare(canonicalBytes(small.document), before)).toBe(0);
  });

  test('half a cent and a month that is none are refused', () => {
    expect(refusal(put('2026-08', 0.5))).toBe('forecast/amount');
    expect(refusal(put('August', 1))).toBe('forecast/months');
  });
});

describe('kept forecasts', () => {
  const node = { at: {}, from: '2026-08', model: [1, 2], final: [1, 3], lower: [0, 0], upper: [4, 4] };
  const keep = (nodes = [node], asOf = day('2026-07-15')): Command => ({
    name: 'forecast/keep',
    takenOn: day(TODAY),
    asOf,
    nodes,
  });

  test('one of the same data takes the place of the one before; newer data stand beside it', () => {
    const small = createSmallPlan();
    small.run(keep());
    small.run(keep([{ ...node, final: [1, 9] }]));
    small.run(keep([node], day('2026-07-16')));
    expect([...small.document.records.keptForecast.values()].map(({ nodes }) => nodes[0].final)).toEqual([
      [1, 9],
      [1, 3],
    ]);
  });

  test('nothing, and figures of unequal length, are refused', () => {
    expect(refusal(keep([]))).toBe('forecast/nothingToKeep');
    expect(refusal(keep([{ ...node, lower: [0] }]))).toBe('forecast/nothingToKeep');
  });
});

describe('members without a history', () => {
  const like = (member: number, others: number[], scale: number | null = null): Command => ({
    name: 'forecast/setAnalogue',
    analogue: { id: '', dimension: 'customer', member, like: others, scale },
  });

  test('a member has one word of whom it is like, and is never like itself', () => {
    const small = createSmallPlan();
    small.run(like(1, [2, 2]));
    small.run(like(1, [3], 2));
    expect([...small.document.records.forecastAnalogue.values()].map((one) => one.like)).toEqual([[3]]);
    expect([refusal(like(1, [1])), refusal(like(1, [])), refusal(like(1, [2], 0)), refusal(like(1, [4000]))]).toEqual([
      'forecast/noAnalogue',
      'forecast/noAnalogue',
      'forecast/scale',
      'member/unknown',
    ]);
  });
});
