import { describe, expect, it } from 'vitest';
import type { SheetFooter } from '~/domain/sheet';
import { overShown, unallocatedShown } from '~/ui/grid/unallocatedShown';

const wan = { minorUnit: 2, unit: 'tenThousand', decimals: 0 } as const;
const footer = (allocated: number, goal: number | null): SheetFooter => ({
  allocated,
  goal,
  unallocated: goal === null ? null : Math.max(0, goal - allocated),
  hasNodeGoals: false,
  holds: 0,
  notInPlan: null,
});

describe('what is left of the goal', () => {
  it('closes the sum as it is shown, not only as it is stored', () => {
    // 41,324.4 and 41,436.6 万 are shown as 41,324 and 41,437: 112.2 must read 113.
    const both = footer(41_324_400_000, 41_436_600_000);
    expect(unallocatedShown(both, wan)).toBe(113_000_000);
    expect(unallocatedShown(both, { minorUnit: 2, unit: 'one', decimals: 2 })).toBe(112_200_000);
  });

  it('is nothing without a goal and never negative', () => {
    expect(unallocatedShown(footer(5, null), wan)).toBeNull();
    expect(unallocatedShown(null, wan)).toBeNull();
    expect(unallocatedShown(footer(3_000_000, 1_000_000), wan)).toBe(0);
    expect(overShown(footer(3_000_000, 1_000_000), wan)).toBe(2_000_000);
    expect(overShown(footer(1_000_000, 3_000_000), wan)).toBe(0);
  });
});
