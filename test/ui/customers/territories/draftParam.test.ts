import { describe, expect, test } from 'vitest';
import { draftIn, draftParam } from '~/ui/pages/customers/territories/draftParam';

describe('a draft in the address', () => {
  test('comes back as it was, also moves to nobody', () => {
    const draft = new Map([
      [1, 2],
      [49_999, 0],
      [1234, 187],
    ]);
    expect(draftIn(draftParam(draft) ?? undefined)).toEqual(draft);
  });

  test('is left out where there is none or too much of it', () => {
    expect(draftParam(new Map())).toBeNull();
    expect(draftParam(new Map(Array.from({ length: 2001 }, (_, i) => [i + 1, 1])))).toBeNull();
  });

  test('passes over what cannot be read', () => {
    expect(draftIn(undefined).size).toBe(0);
    expect([...draftIn('a-1.x.-3.0-4.1-2-3.%%')]).toEqual([[10, 1]]);
  });
});
