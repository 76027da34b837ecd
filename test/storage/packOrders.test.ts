import { expect, test } from 'vitest';
import { createSample } from '~/plan/sample/createSample';
import { packOrders, unpackOrders } from '~/storage/packOrders';

test('order lines come back from disk as they were, whatever width their codes took there', () => {
  const [segment] = createSample({ language: 'en', seed: 4, scale: 1 }).batch.segments;
  const wide = { ...segment, codes: { ...segment.codes, customer: segment.codes.customer.map((code) => code * 700) } };
  for (const one of [segment, wide]) {
    const packed = packOrders({ ...one, id: 'o1' });
    expect(unpackOrders(packed)).toEqual(one);
    expect(packed.codes.region).toBeInstanceOf(Uint8Array);
  }
  expect(packOrders({ ...wide, id: 'o1' }).codes.customer).toBeInstanceOf(Uint32Array);
  expect(packOrders({ ...segment, id: 'o1' }).codes.customer).not.toBeInstanceOf(Uint32Array);
});
