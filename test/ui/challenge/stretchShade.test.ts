import { describe, expect, test } from 'vitest';
import { stretchShade } from '~/ui/pages/challenge/check/stretchShade';

describe('the bar of a stretch', () => {
  test('lies right of the middle and hot only where more is asked than expected', () => {
    expect(stretchShade(0.25)).toEqual({ side: 'over', width: 25, heat: 50 });
    expect(stretchShade(-0.25)).toEqual({ side: 'under', width: 25, heat: 0 });
    expect(stretchShade(0)).toMatchObject({ width: 0, heat: 0 });
  });

  test('never leaves its half, however much is asked, and grows with it', () => {
    const shades = [0.01, 0.1, 0.5, 3, 1e9].map((stretch) => stretchShade(stretch));
    expect(shades.map(({ width }) => width)).toEqual([...shades.map(({ width }) => width)].sort((a, b) => a - b));
    expect(Math.max(...shades.map(({ width }) => width))).toBe(50);
    expect(Math.max(...shades.map(({ heat }) => heat))).toBe(100);
  });
});
