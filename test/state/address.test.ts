import { expect, test } from 'vitest';
import { formatAt, parseAt } from '~/state/address';

test('an address survives the way through a link', () => {
  for (const at of [{}, { region: 2 }, { region: 2, seller: 14 }, { product: 0 }])
    expect(parseAt(formatAt(at))).toEqual(at);
});

test('parts that are no address are left out', () => {
  expect(parseAt(undefined)).toEqual({});
  expect(parseAt('region:2,,seller:x,nonsense')).toEqual({ region: 2 });
});
