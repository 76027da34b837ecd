import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { customerFacts } from '~/engine/customers';
import { day, type Line, segmentOf } from '../kpi/segmentOf';

const window = { from: day('2026-01-01'), to: day('2026-12-31'), asOf: day('2026-12-31') };

describe('customer facts', () => {
  const facts = customerFacts(
    [
      segmentOf([
        { on: '2025-03-01', amount: 500, customer: 1, order: 1 },
        { on: '2026-02-10', amount: 1000, customer: 1, order: 2 },
        { on: '2026-02-10', amount: 250, customer: 1, order: 2 },
        { on: '2026-02-10', amount: 100, customer: 1, order: 3 },
        { on: '2026-05-01', amount: 300, customer: 1, order: 4 },
        { on: '2026-05-20', amount: -200, customer: 1, order: 5 },
        { on: '2026-03-03', amount: -50, customer: 2, order: 6 },
        { on: '2025-06-30', amount: 800, customer: 3, order: 7 },
        { on: '2026-07-01', amount: 900, customer: 0, order: 8 },
        { on: '2027-01-01', amount: 999, customer: 4, order: 9 },
      ]),
    ],
    { customers: 5, ...window },
  );

  it('counts days, orders and net sales in the window only', () => {
    expect(facts.frequency[1]).toBe(2);
    expect(facts.orders[1]).toBe(3);
    expect(facts.monetary[1]).toBe(1450);
  });

  it('looks at first and last day over everything up to the day', () => {
    expect(facts.firstDay[1]).toBe(day('2025-03-01'));
    expect(facts.lastDay[1]).toBe(day('2026-05-01'));
    expect(facts.recencyDays[1]).toBe(day('2026-12-31') - day('2026-05-01'));
    expect(facts.recencyDays[3]).toBe(day('2026-12-31') - day('2025-06-30'));
    expect(facts.frequency[3]).toBe(0);
  });

  it('makes no customer of returns alone, of unassigned, or of the future', () => {
    expect([...facts.any]).toEqual([0, 1, 0, 1, 0]);
    expect(facts.monetary[2]).toBe(-50);
  });

  it('does not depend on the order of lines or how they are cut into segments', () => {
    const lineOf = fc.record({
      on: fc.constantFrom('2025-11-30', '2026-01-01', '2026-01-02', '2026-06-15', '2026-12-31'),
      amount: fc.integer({ min: -300, max: 900 }),
      customer: fc.integer({ min: 0, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(lineOf, { maxLength: 40 }), fc.nat(40), (lines: Line[], cut) => {
        const straight = customerFacts([segmentOf(lines)], { customers: 5, ...window });
        const turned = [...lines].reverse();
        const cutUp = [segmentOf(turned.slice(0, cut)), segmentOf(turned.slice(cut))];
        expect(customerFacts(cutUp, { customers: 5, ...window })).toEqual(straight);
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it('is empty without lines', () => {
    expect([...customerFacts([], { customers: 2, ...window }).any]).toEqual([0, 0]);
  });
});
