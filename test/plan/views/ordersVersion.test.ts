import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from '~/domain/command';
import { customerFigures } from '~/plan/views/customerFigures';
import { companyHistory, createViewCache, orderFacts } from '~/plan/views/viewCache';
import { codeOf, smallShop } from '../support/smallShop';

const influence = (code: number, value: number | null): Command => ({
  name: 'members/setAttributes',
  dimension: 'customer',
  changes: [{ code, attribute: 'influence', value }],
});

describe('tables of orders', () => {
  it('stay while only what is said of members changes, and figures of customers follow it', () => {
    const shop = smallShop();
    const { document } = shop;
    const cache = createViewCache();
    const acme = codeOf(shop, 'Acme');
    const before = { orders: orderFacts(document, cache), figures: customerFigures(document, cache) };
    shop.run(influence(acme, 7));
    expect(orderFacts(document, cache)).toBe(before.orders);
    const after = customerFigures(document, cache);
    expect(after).not.toBe(before.figures);
    expect(after?.influence[acme]).toBe(7);
  });

  it('are read anew when orders, trees or the members themselves change', () => {
    const shop = smallShop();
    const { document } = shop;
    const cache = createViewCache();
    const first = orderFacts(document, cache);
    const [imported] = document.records.import.keys();
    shop.run({ name: 'orders/removeImport', import: imported });
    expect(orderFacts(document, cache)).not.toBe(first);
    expect(orderFacts(document, cache).count).toBe(0);
    const member = document.members.get('customer')?.byCode.at(-1);
    const version = document.ordersVersion;
    if (member) {
      shop.run({
        name: 'facts/put',
        kind: 'visits',
        rows: [{ key: null, values: { day: 20_000, customer: member.code } }],
      });
      expect(document.ordersVersion).toBe(version);
    }
  });

  it('are the same after any edits of attributes as read without a cache', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(2), fc.option(fc.integer({ min: 0, max: 9 }))), { maxLength: 6 }),
        (edits) => {
          const shop = smallShop();
          const { document } = shop;
          const cache = createViewCache();
          const names = ['Acme', 'Birch', 'Cedar'];
          for (const [at, value] of edits) {
            orderFacts(document, cache);
            customerFigures(document, cache);
            companyHistory(document, cache);
            const code = codeOf(shop, names[at]);
            const known = document.members.get('customer')?.byCode[code]?.attributes.influence ?? null;
            if (known !== value) shop.run(influence(code, value));
          }
          const fresh = createViewCache();
          expect(orderFacts(document, cache)).toEqual(orderFacts(document, fresh));
          expect(companyHistory(document, cache)).toEqual(companyHistory(document, fresh));
          expect(customerFigures(document, cache)?.influence).toEqual(customerFigures(document, fresh)?.influence);
          expect(customerFigures(document, cache)?.facts).toEqual(customerFigures(document, fresh)?.facts);
        },
      ),
      { seed: 4, numRuns: 25 },
    );
  });
});
