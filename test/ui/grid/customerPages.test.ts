import { expect, test } from 'vitest';
import type { CustomerListView, ListWindow } from '~/domain/customerList';
import { createCustomerPages } from '~/ui/grid/customerPages';

/** A list of so many customers whose codes are their places plus `offset`. */
function listOf(matching: number, offset = 1000) {
  const asked: ListWindow[] = [];
  const state = { matching, offset };
  const ask = async (window: ListWindow): Promise<CustomerListView> => {
    asked.push(window);
    const count = Math.max(0, Math.min(window.count, state.matching - window.first));
    const codes = Uint32Array.from({ length: count }, (_, i) => state.offset + window.first + i);
    return {
      first: window.first,
      matching: state.matching,
      customers: state.matching,
      codes,
      cells: [
        { column: 'name', kind: 'text', numbers: null, texts: Array.from(codes, (code) => `n${code}`), total: null },
        {
          column: 'sales12',
          kind: 'money',
          numbers: Float64Array.from(codes, (c) => (c % 2 ? c : Number.NaN)),
          texts: null,
          total: 9,
        },
      ],
      pinned: new Uint8Array(count),
      asOf: null,
      from: null,
      gaps: {},
    };
  };
  return { asked, state, ask };
}

const settled = () => new Promise((done) => setTimeout(done, 5));

test('asks for the pages in sight once, and finds rows by their place in the list', async () => {
  const list = listOf(50_000);
  const pages = createCustomerPages(list.ask);
  pages.look(0, 30);
  pages.reset(['name', 'sales12']);
  await settled();
  pages.look(40_010, 30);
  await settled();
  pages.look(40_020, 40);
  pages.look(5, 10);
  await settled();
  expect(list.asked.map(({ first, count }) => [first, count])).toEqual([
    [0, 100],
    [40_000, 100],
  ]);
  expect(pages.code(40_015)).toBe(41_015);
  expect(pages.text(3, 'name')).toBe('n1003');
  expect([pages.number(1, 'sales12'), pages.number(2, 'sales12')]).toEqual([1001, null]);
  expect([pages.isHere(99), pages.isHere(100), pages.total('sales12')]).toEqual([true, false, 9]);
});

test('another list replaces every row, also where the old answer comes late', async () => {
  const list = listOf(300);
  const pages = createCustomerPages(list.ask);
  pages.reset(['name']);
  pages.look(250, 40);
  Object.assign(list.state, { matching: 40, offset: 5000 });
  pages.reset(['name']);
  expect(pages.stale()).toBe(true);
  await settled();
  await settled();
  expect([pages.stale(), pages.head()?.matching]).toEqual([false, 40]);
  pages.look(0, 40);
  await settled();
  expect([pages.code(0), pages.code(39), pages.code(40), pages.code(250)]).toEqual([5000, 5039, null, null]);
});
