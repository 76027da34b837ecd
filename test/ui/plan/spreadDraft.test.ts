import { expect, test } from 'vitest';
import { WORKING_TARGET } from '~/domain/plan';
import { draftCommand, emptyDraft, rememberedDraft, type SpreadDraft } from '~/ui/pages/plan/spread/spreadDraft';

const cell = { column: WORKING_TARGET, at: {}, periods: ['2027-01', '2027-02'] };
const reading = { minorUnit: 2, unit: 10_000, locale: 'zh-CN' };

const commandOf = (part: Partial<SpreadDraft>, current: number | null = 500_000_00) =>
  draftCommand({ ...emptyDraft('60'), ...part }, { cell, current, reading });

test('an amount is read in the unit of the screen; a blank one keeps the present total', () => {
  expect(commandOf({})).toMatchObject({ ok: true, value: { name: 'targets/spread', amount: 600_000_00, unit: 1 } });
  expect(commandOf({ amount: '' })).toMatchObject({ ok: true, value: { amount: null } });
  expect(commandOf({ amount: '+10%' })).toMatchObject({ ok: true, value: { amount: 550_000_00 } });
});

test('rounding steps are major units, kept as minor ones', () => {
  expect(commandOf({ unit: '1000' })).toMatchObject({ ok: true, value: { unit: 100_000 } });
});

test('bounds are sent only where there are any, and must not cross', () => {
  const free = commandOf({});
  expect(free.ok && 'bounds' in free.value).toBe(false);
  expect(commandOf({ min: '1', max: '' })).toMatchObject({
    ok: true,
    value: { bounds: { min: 10_000_00, max: null } },
  });
  expect(commandOf({ min: '2', max: '1' })).toMatchObject({ ok: false, issues: [{ code: 'limit/crossed' }] });
});

test('a fair share names the drivers that weigh something, as shares', () => {
  const fair = commandOf({
    basis: 'fairShare',
    weights: { proportional: '', equal: '20%', lastYear: '80', forecast: '0', profile: '' },
  });
  expect(fair).toMatchObject({
    ok: true,
    value: {
      basis: {
        kind: 'fairShare',
        drivers: [
          { basis: { kind: 'equal' }, weight: 0.2 },
          { basis: { kind: 'lastYear' }, weight: 0.8 },
        ],
      },
    },
  });
  const none = { proportional: '0', equal: '', lastYear: '', forecast: '', profile: '' };
  expect(commandOf({ basis: 'fairShare', weights: none })).toMatchObject({ ok: false });
});

test('a basis on another column needs one', () => {
  expect(commandOf({ basis: 'column' })).toMatchObject({ ok: false, issues: [{ code: 'spread/unknownColumn' }] });
});

test('series over time keep their own amounts and rates', () => {
  expect(commandOf({ way: 'repeat', from: '1' })).toMatchObject({
    ok: true,
    value: { name: 'targets/setSeries', series: { kind: 'repeat', amount: 10_000_00 } },
  });
  expect(commandOf({ way: 'growth', from: '1', rate: '+2.5%' })).toMatchObject({
    ok: true,
    value: { series: { kind: 'growth', from: 10_000_00, rate: 0.025 } },
  });
  expect(commandOf({ way: 'straightLine', from: '1', to: '2' })).toMatchObject({
    ok: true,
    value: { series: { kind: 'straightLine', from: 10_000_00, to: 20_000_00 } },
  });
  expect(commandOf({ way: 'straightLine', from: '1', to: '' }).ok).toBe(false);
});

test('what is no number is refused with its text and changes nothing', () => {
  expect(commandOf({ amount: 'abc' })).toMatchObject({ ok: false, issues: [{ code: 'number/notUnderstood' }] });
});

test('a quota from below takes its percents as shares; blank ones are none', () => {
  expect(commandOf({ way: 'bottomUp', growth: '10', relief: '2.5%' })).toMatchObject({
    ok: true,
    value: { name: 'targets/setSeries', series: { kind: 'bottomUp', growth: 0.1, relief: 0.025 } },
  });
  expect(commandOf({ way: 'bottomUp' })).toMatchObject({ ok: true, value: { series: { growth: 0, relief: 0 } } });
  expect(commandOf({ way: 'bottomUp', growth: 'x' }).ok).toBe(false);
});

test('a form starts as the level was last spread, and means the same command again', () => {
  const untouched = emptyDraft('60');
  expect(rememberedDraft(untouched, null, 2)).toBeNull();
  expect(rememberedDraft(untouched, { basis: { kind: 'proportional' }, unit: 1 }, 2)).toBeNull();
  const drivers = [
    { basis: { kind: 'equal' }, weight: 0.125 },
    { basis: { kind: 'forecast' }, weight: 0.875 },
  ] as const;
  const kept = rememberedDraft(untouched, { basis: { kind: 'fairShare', drivers: [...drivers] }, unit: 100_000 }, 2);
  expect(kept && draftCommand(kept, { cell, current: null, reading })).toMatchObject({
    ok: true,
    value: { unit: 100_000, amount: 600_000_00, basis: { kind: 'fairShare', drivers } },
  });
  const column = rememberedDraft(untouched, { basis: { kind: 'column', column: WORKING_TARGET }, unit: 1 }, 2);
  expect(column && draftCommand(column, { cell, current: null, reading })).toMatchObject({
    value: { basis: { kind: 'column', column: WORKING_TARGET } },
  });
});
