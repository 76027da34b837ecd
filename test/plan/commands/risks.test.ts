import { expect, test } from 'vitest';
import { DEFAULT_SIMULATION, type Risk } from '~/domain/challenge';
import { invertRecords } from '~/domain/change';
import { canonicalBytes } from '~/plan/canonical';
import { changeRecords } from '~/plan/document';
import { runCommand } from '~/plan/run';
import { createSmallPlan } from '../support/smallPlan';

const RISK: Risk = {
  id: '',
  plan: '',
  title: ' Port closed ',
  at: {},
  chance: 0.3,
  low: -900,
  likely: -500,
  high: -100,
  from: '2027-06',
  to: '2027-08',
  owner: ' Li ',
};

const refusals = ({ document }: Pick<ReturnType<typeof createSmallPlan>, 'document'>) => {
  const context = { today: 0, now: '', seq: 99, batchOf: () => null };
  return (command: Parameters<typeof runCommand>[1]) => {
    const result = runCommand(document, command, context);
    return result.ok ? null : result.issues[0].code;
  };
};

test('a risk is named, said anew by its id, struck off, and undone byte for byte', () => {
  const { document, run, plan } = createSmallPlan();
  const bytes = () => Buffer.from(canonicalBytes(document)).toString('hex');
  const states = [bytes()];
  const done = [run({ name: 'risks/set', risk: RISK })];
  const [kept] = document.records.risk.values();
  expect(kept).toMatchObject({ title: 'Port closed', owner: 'Li', plan: plan.id });
  states.push(bytes());
  done.push(run({ name: 'risks/set', risk: { ...kept, chance: 0.6 } }));
  expect([...document.records.risk.values()]).toEqual([{ ...kept, chance: 0.6 }]);
  states.push(bytes());
  done.push(run({ name: 'risks/remove', id: kept.id }));
  expect(document.records.risk.size).toBe(0);
  for (const applied of done.reverse()) {
    changeRecords(document, invertRecords(applied.change.records));
    expect(bytes()).toBe(states.pop());
  }
});

test('what a risk cannot be is refused: nameless, unknown, out of order, out of time', () => {
  const small = createSmallPlan();
  const refused = refusals(small);
  expect(refused({ name: 'risks/set', risk: { ...RISK, title: ' ' } })).toBe('risk/noTitle');
  expect(refused({ name: 'risks/set', risk: { ...RISK, id: 'rk9' } })).toBe('risk/unknown');
  expect(refused({ name: 'risks/remove', id: 'rk9' })).toBe('risk/unknown');
  expect(refused({ name: 'risks/set', risk: { ...RISK, at: { region: 99_999 } } })).toBe('member/unknown');
  for (const wrong of [
    { chance: 1.2 },
    { chance: Number.NaN },
    { low: 0, likely: -5 },
    { likely: 5, high: 4 },
    { high: 0.5 },
  ]) {
    expect(refused({ name: 'risks/set', risk: { ...RISK, ...wrong } })).toBe('risk/figure');
  }
  for (const wrong of [{ from: '2027-09' }, { to: '2027-13' }, { from: '' }]) {
    expect(refused({ name: 'risks/set', risk: { ...RISK, ...wrong } })).toBe('risk/months');
  }
});

test('a plan has one rule of how its years are drawn, and undo gives the bytes back', () => {
  const small = createSmallPlan();
  const { document, run, plan } = small;
  const bytes = () => Buffer.from(canonicalBytes(document)).toString('hex');
  const start = bytes();
  const first = run({ name: 'simulation/setRule', rule: { ...DEFAULT_SIMULATION, common: 0.2 } });
  const second = run({ name: 'simulation/setRule', rule: { ...DEFAULT_SIMULATION, capacity: false } });
  expect([...document.records.simulationRule.values()]).toEqual([
    expect.objectContaining({ plan: plan.id, common: 0.1, capacity: false }),
  ]);
  for (const applied of [second, first]) changeRecords(document, invertRecords(applied.change.records));
  expect(bytes()).toBe(start);
  const refused = refusals(small);
  for (const wrong of [
    { common: -0.1 },
    { region: 1.5 },
    { draws: 10 },
    { draws: 1e6 },
    { seed: 0.5 },
    { product: Number.NaN },
  ]) {
    expect(refused({ name: 'simulation/setRule', rule: { ...DEFAULT_SIMULATION, ...wrong } })).toBe(
      'simulation/figure',
    );
  }
});
