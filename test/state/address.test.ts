import { expect, test } from 'vitest';
import type { At } from '~/domain/cell';
import { formatAt, parseAt } from '~/state/address';

test('an address survives the way through a link', () => {
  const addresses: At[] = [{}, { region: 2 }, { region: 2, seller: 14 }, { product: 0 }];
  for (const at of addresses) expect(parseAt(formatAt(at))).toEqual(at);
});

test('parts that are no address are left out', () => {
  expect(parseAt(undefined)).toEqual({});
  expect(parseAt('region:2,,seller:x,nonsense')).toEqual({ region: 2 });
});
