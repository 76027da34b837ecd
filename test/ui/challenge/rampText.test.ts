import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rampOfText, rampText } from '~/ui/pages/challenge/capacity/rampText';

describe('a ramp as text', () => {
  it('comes back as it was written', () => {
    const shares = fc.array(
      fc.integer({ min: 0, max: 1000 }).map((share) => share / 1000),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(shares, (ramp) => {
        expect(rampOfText(rampText(ramp))).toEqual(ramp);
      }),
      { seed: 603 },
    );
  });

  it('is read with any separator, with or without the sign; what is no share is refused', () => {
    expect(rampOfText('25%、50 75;100')).toEqual([0.25, 0.5, 0.75, 1]);
    expect(rampOfText('')).toEqual([]);
    expect(rampOfText('25, 150')).toBeNull();
    expect(rampOfText('a quarter')).toBeNull();
  });
});
